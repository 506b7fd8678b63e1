"""Who is who and where is where: tables of language and politics, and their loaders."""
