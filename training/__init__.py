"""Makes the models of ``marsad.coding`` from annotated and raw text; not installed with the package."""
