"""Layouts that Arabic news pages come in, each with its furniture, against the same story."""

import datetime as dt

import pytest

from marsad.reading import read_page

TITLE = "بغداد وباريس توقعان اتفاقاً لتدريب قوات الحدود"
STORY = (
    "أعلن وزير الخارجية العراقي نوري الجاف أن بلاده وقعت مع فرنسا اتفاقاً لتدريب قوات الحدود مدته ثلاث سنوات.",
    "وقال الجاف في مؤتمر صحفي عقده في بغداد إن الاتفاق ينفذ مطلع العام المقبل، وإن باريس سترسل خمسين مدرباً.",
    "ورحبت لجنة العلاقات الخارجية في البرلمان بالاتفاق، لكنها طالبت بعرضه على التصويت قبل نهاية الشهر الجاري.",
    "يذكر أن البلدين وقعا قبل سنتين اتفاقاً مماثلاً لم ينفذ منه سوى بند واحد بسبب خلافات على التمويل.",
)
OTHER = (
    "إيران تعلن اعتقال خلية تهريب قرب الحدود العراقية",
    "أعلنت إيران اعتقال خلية تهريب من سبعة أشخاص قرب الحدود العراقية بعد مواجهة قصيرة مع حرس الحدود.",
    "وقال بيان للحرس إن أفراد الخلية اعترفوا بتهريب أسلحة وذخائر خلال الأشهر الستة الماضية.",
)
MENU = '<a href="1">الرئيسية</a> | <a href="2">سياسة</a> | <a href="3">أمن</a> | <a href="4">رياضة</a>'
RIGHTS = "جميع الحقوق محفوظة لوكالة الضفاف 2024"
PARAGRAPHS = "".join(f"<p>{p}</p>" for p in STORY)
HEAD, LEAD, SECOND, THIRD, LAST = f"<h1>{TITLE}</h1>", *STORY
RELATED = f"<h4>{OTHER[0]}</h4><p>{OTHER[1]}</p><p>{OTHER[2]}</p>"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            f"<title>وكالة الضفاف</title><table><tr><td>{MENU}</td></tr><tr><td>{TITLE}</td></tr><tr><td>"
            f"{'<br />'.join(STORY)}<br />5th, November 2024 GMT</td></tr><tr><td>{RIGHTS}</td></tr></table>",
            id="table, single breaks, date at the end",
        ),
        pytest.param(
            f"<title>وكالة الضفاف الإخبارية</title><h1><a href=/>وكالة الضفاف الإخبارية</a></h1>"
            f"<h2>{TITLE}</h2>{PARAGRAPHS}<div>{RIGHTS}</div>",
            id="logo as first heading",
        ),
        pytest.param(
            f"<title>{TITLE} - الضفاف</title><div>{MENU}</div><h1>وكالة الضفاف الإخبارية العراقية</h1>"
            f"<h3>{TITLE}</h3>{PARAGRAPHS}",
            id="site name as first heading",
        ),
        pytest.param(f"{HEAD}<pre>{chr(10).join(STORY)}</pre>", id="preformatted text"),
        pytest.param(
            f"<meta property=og:title content='{TITLE}'><div><span>{TITLE}</span></div>"
            + "".join(f"<div><span dir=rtl><span lang=AR-SA>{p}</span></span></div>" for p in STORY),
            id="nothing but div and span",
        ),
        pytest.param(
            f"{HEAD}<p>{LEAD}<p>{SECOND}<p>حمل تطبيق الضفاف الآن من Google Play و App Store<p>{THIRD}<p>{LAST}"
            "<p>لمتابعة آخر الأخبار انضم إلى قناتنا على تليجرام",
            id="app and channel between paragraphs",
        ),
        pytest.param(
            f"{HEAD}<p>{LEAD}</p><p>{SECOND} تابعونا على تليغرام</p><p>{THIRD}</p><p>{LAST}</p><p>#العراق</p>",
            id="promotion glued to a paragraph",
        ),
        pytest.param(
            f"{HEAD}<div class=wp-caption><p>الوزير خلال المؤتمر الصحفي في بغداد اليوم الثلاثاء أمام عدد كبير من "
            f"الصحفيين العراقيين والأجانب (أ ف ب)</p></div>{PARAGRAPHS}",
            id="long caption",
        ),
        pytest.param(
            f"{HEAD}<p>{LEAD}</p><p>{SECOND}</p><p>إقرأ أيضاً</p><p><a href=1>{OTHER[0]}</a></p><p>{THIRD}</p><p>{LAST}</p>",
            id="related link in the midst",
        ),
        pytest.param(
            f"{HEAD}<p>{LEAD}</p><p>{SECOND}</p><p>إقرأ أيضاً</p><p>{OTHER[0]}</p><p>{THIRD}</p><p>{LAST}</p>",
            id="related headline in the midst, its link lost",
        ),
        pytest.param(
            f"{HEAD}{PARAGRAPHS}<h3>المزيد من الأخبار</h3>"
            + f"<div><a href=x><h4>{OTHER[0]}</h4></a><p>{OTHER[1]}</p></div>" * 4,
            id="teasers after the story",
        ),
        pytest.param(
            f"{HEAD}<div>{PARAGRAPHS}</div>"
            + f"<div><h4><a href=x>{OTHER[0]}</a></h4><p>{OTHER[1]}</p></div>" * 4,
            id="teasers after the story, unmarked",
        ),
        pytest.param(
            f"<title>{TITLE}</title>"
            + f"<div><h4><a href=x>{OTHER[0]}</a></h4><p>{OTHER[1]}</p></div>" * 4
            + f"{HEAD}<div>{PARAGRAPHS}</div>",
            id="teasers above the story",
        ),
        pytest.param(
            f"<table><tr><td>{MENU}<tr><td><b>{TITLE}</b><br>{'<br><br>'.join(STORY)}<tr><td>الموقع غير مسؤول عن محتوى "
            f"الروابط الخارجية، والمقالات تعبر عن رأي أصحابها ولا تعبر بالضرورة عن رأي إدارته.<br>{RIGHTS}</table>",
            id="disclaimer",
        ),
        pytest.param(
            f"<table><tr><td>الرئيسية<td>سياسة<td>اقتصاد<tr><td><b>{TITLE}</b><br>{'<br><br>'.join(STORY)}<td>"
            "حالة الطقس<br>بغداد 22<br>أسعار العملات<br>دولار 1500</table>",
            id="menu and boxes without links",
        ),
        pytest.param(
            f"{HEAD}<h2>{LEAD}</h2><div><p>{SECOND}</p><p>{THIRD}</p><p>{LAST}</p></div>", id="lead apart"
        ),
        pytest.param(f"<form>{MENU}{HEAD}{PARAGRAPHS}<div>{RIGHTS}</div></form>", id="page inside a form"),
        pytest.param(
            f"{HEAD}<div><strong>{LEAD}</strong><br/>\n{SECOND}<br/>\n<span>{THIRD}</span><br/><br/>{LAST}</div>",
            id="breaks and inline marks",
        ),
        pytest.param(
            f"{HEAD}{PARAGRAPHS}<h3>تعليقات (2)</h3><p>هذا رأي قارئ يعترض على الاتفاق ويطالب بإلغائه وبمحاسبة من "
            "وقعه من المسؤولين في البلدين.</p>",
            id="comments without a class",
        ),
        pytest.param(
            f"{HEAD}<p>{LEAD}</p><blockquote><p>{SECOND}</p></blockquote><p>{THIRD}</p><ul><li>{LAST}</li></ul>",
            id="quotation and list",
        ),
        pytest.param(
            f"<title>{TITLE}</title><script type='application/ld+json'>"
            f'{{"@type": "NewsArticle", "articleBody": "{LEAD}\\n{SECOND}\\n\\n{THIRD}\\r\\n{LAST}"}}</script>'
            "<div id=root></div>",
            id="body in JSON-LD alone",
        ),
    ],
)
def test_the_story_and_nothing_else(page: str) -> None:
    (article,) = read_page(f"<html><body>{page}</body></html>".encode())
    assert article.text.split("\n") == [TITLE, *STORY]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"{HEAD}{PARAGRAPHS}<h3>إقرأ أيضاً:</h3>{RELATED}<div>{RIGHTS}</div>", id="headings"),
        pytest.param(
            f"{HEAD}{PARAGRAPHS}<div class=related><h3>مواضيع ذات صلة</h3>{RELATED}</div>",
            id="a box of its own",
        ),
        pytest.param(
            f"{HEAD}{PARAGRAPHS}<h3>إقرأ أيضاً</h3><h4><a href=1>{OTHER[0]}</a></h4><p>{OTHER[1]}</p><p>{OTHER[2]}</p>"
            f"<div>المصدر: الضفاف</div>",
            id="linked headline, credit below",
        ),
        pytest.param(
            f"{HEAD}<div>{'<br>'.join(STORY)}<br>إقرأ أيضاً<br>{'<br>'.join(OTHER)}<br>كلمات دلالية: العراق</div>",
            id="the same flow of text",
        ),
        pytest.param(
            f"{HEAD}<div>{'<br>'.join(STORY)}<br>إقرأ أيضاً {OTHER[0]}<br>{'<br>'.join(OTHER[1:])}</div>",
            id="headline on the marker's line",
        ),
    ],
)
def test_a_related_story_is_an_article_of_its_own(page: str) -> None:
    main, related = read_page(f"<html><body>{page}</body></html>".encode())
    assert main.text.split("\n") == [TITLE, *STORY]
    assert related.text.split("\n") == list(OTHER)
    assert related.related_to == main.id


def test_facts_of_a_blog_engine() -> None:
    facts = '{"@type": ["NewsArticle"], "datePublished": "2024-11-05T08:00:00+00:00", "author": {"name": "admin"}}'
    page = (
        f"<html><head><title>{TITLE} - جريدة</title><meta property=og:site_name content='جريدة'>"
        f"<script type='application/ld+json'>{facts}</script></head><body class='single sidebar-right'>"
        f"<nav>{MENU}</nav><article>{HEAD}<div class=post-meta><span class=author-meta><a>admin</a></span>"
        f"<span class=date>6 نوفمبر 2024</span></div><div class=entry>{PARAGRAPHS}</div>"
        "<span class=tagcloud><a rel=tag>العراق</a><a rel=tag>فرنسا</a></span></article></body></html>"
    )
    (article,) = read_page(page.encode())
    assert article.published == dt.date(2024, 11, 5)
    assert (article.source, article.origin.author) == ("جريدة", None)
    assert article.origin.keywords == ("العراق", "فرنسا")
    assert article.text.split("\n") == [TITLE, *STORY]


@pytest.mark.parametrize(
    ("page", "day"),
    [
        pytest.param(
            f"{HEAD}<div>2024-11-05 10:22</div>{PARAGRAPHS}", "2024-11-05", id="line below the title"
        ),
        pytest.param(
            f"<p class=date>5 نوفمبر 2024</p>{HEAD}{PARAGRAPHS}", "2024-11-05", id="line above the title"
        ),
        pytest.param(
            f"{HEAD}{PARAGRAPHS}<div>تاريخ النشر: 5/11/2024</div>", "2024-11-05", id="label at the end"
        ),
        pytest.param(
            f"{HEAD}<time datetime=2024-11-05T00:10>قبل ساعة</time>{PARAGRAPHS}", "2024-11-05", id="time"
        ),
        pytest.param(
            f"<meta name=pubdate content='Tue, 05 Nov 2024 10:00:00 GMT'>{HEAD}{PARAGRAPHS}",
            "2024-11-05",
            id="meta",
        ),
        pytest.param(
            f"<div>الأربعاء 12 آذار 2025</div><div>{MENU}</div><div>{MENU}</div><div>أخبار</div><div>{MENU}</div>"
            f"{HEAD}{PARAGRAPHS}",
            None,
            id="the clock of the portal is no date of the article",
        ),
        pytest.param(f"{HEAD}{PARAGRAPHS}", None, id="no date"),
    ],
)
def test_dates_of_pages(page: str, day: str | None) -> None:
    (article,) = read_page(f"<html><body>{page}</body></html>".encode())
    assert article.published == (dt.date.fromisoformat(day) if day else None)
    assert article.text.split("\n") == [TITLE, *STORY]
