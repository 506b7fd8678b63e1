"""The phrases of time of Arabic news as patterns over calendar symbols, each with the rule that reads it."""

import re

from marsad.arabic.calendar_dates import (
    day_of_month,
    day_of_running_month,
    day_of_turn,
    full_date,
    month_alone,
    months_range,
    year_alone,
    years_range,
)
from marsad.arabic.calendar_feasts import (
    day_of_feast,
    feast,
    full_hijri_date,
    half_of_hijri_month,
    hijri_date,
    hijri_year,
    last_ten_days,
)
from marsad.arabic.calendar_parts import decade, part_of_month, part_of_year, season
from marsad.arabic.calendar_phrase import Rule
from marsad.arabic.calendar_relative import (
    after,
    ago,
    back_reference,
    counted_stretch,
    days_from_before,
    night,
    relative_day,
    since_stretch,
    turn_of_before,
    unit_turn,
    weekday,
    weekday_of_week,
    weekdays,
    within,
)

# A year after a day or month: 2015, عام 2015, من العام الماضي, or an adjective of its own (الماضي).
_YEAR = r"(?:f?(?P<y>y)z?|f?[UG](?P<yu>y)z?|fG(?P<yg>[AXCL])|[،,]?(?P<adj>[AXC]))?"
# Words before the number of a day: أمس الاثنين 10 آذار, يوم الأحد الموافق 19 يوليو.
_BEFORE = r"(?:D[(،,-]*)?(?:U?W[)،,-]*(?:[(]|\.)?)?U?"
# Between the ends of a range: إلى, حتى, و, وحتى, a dash.
_TO = r"(?:[tev–-]|v[te]|[te]v)"


# In order of precedence: the first rule that covers a word keeps it.
GRAMMAR: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"x|n[/-]n[/-]y|y[/-]n[/-]n", full_date),
        (r"n[/-]n[/-]hz?|h[/-]n[/-]nz?", full_hijri_date),
        (r"(?P<r>R)(?P<o>r)fU?(?P<k>K)", half_of_hijri_month),
        (rf"(?:(?P<r>R)|G)(?P<o>[rLZ])f(?:U?(?P<m>[Mm]){_YEAR}|(?P<g>G)(?P<a>[AXC])?)", part_of_month),
        (
            rf"{_BEFORE}[fb]?(?P<n0>[nr])(?:f?(?P<m0>[Mm]))?(?:v?[nr])?(?:{_TO}|(?<=r)(?=r))(?P<n>[nr])f?(?P<m>[Mm]){_YEAR}",
            day_of_month,
        ),
        (rf"{_BEFORE}(?P<n>[nrj])f?U?(?P<m>[Mm]){_YEAR}", day_of_month),
        (r"(?P<n>[nr])fG(?P<a>[AXC])", day_of_turn),
        (r"[IUteS]U?(?P<n>[nr])f?(?P<a>C)", day_of_running_month),
        (rf"[bf](?P<m0>[Mm])(?:{_TO})?(?P<m>[Mm]){_YEAR}", months_range),
        (rf"(?P<lead>[ISBte])?(?P<q>Qf?)?(?P<u>[UG])?(?P<m>[Mm]){_YEAR}", month_alone),
        (r"(?P<n>[nrj])f?U?(?P<k>K)f?U?(?P<h>h)?z?(?P<adj>[AXC])?", hijri_date),
        (r"YfU?(?P<k>K)", last_ten_days),
        (r"(?P<lead>[ISBTte])?(?P<q>Qf?)?(?P<u>U)?(?P<k>K)f?U?(?:(?P<h>h)z?|(?P<adj>[AXC]))?", hijri_date),
        (r"(?P<u>[UG])(?P<h>h)z?", hijri_year),
        (r"(?P<h>h)z", hijri_year),
        (r"(?P<o>[Qjr])U(?:(?P<f>F)|O)", day_of_feast),
        (r"D(?P<o>r)f?(?:(?P<f>F)|O)", day_of_feast),
        (r"(?P<p>P)?(?P<f>F)(?:(?P<y>y)|(?P<adj>[AXC]))?", feast),
        (rf"[bf]?U?(?P<y0>y){_TO}U?(?P<y>y)", years_range),
        (rf"(?P<r>R)(?P<o>[rnLZ]){_YEAR}", part_of_year),
        (r"(?P<q>Q)?(?P<c>c)N", decade),
        (r"(?P<q>Q)(?P<c>c)", decade),
        (r"S(?P<c>c)", decade),
        (r"(?P<q>Q)?(?P<this>H)?(?P<s>s)f?(?:(?P<y>y)|[UG](?P<yu>y)|G(?P<yg>[AXC])|(?P<a>[AX]))?", season),
        (r"(?P<q>Qf?)?(?P<u>[UG])(?P<y>y)z?", year_alone),
        (r"(?P<q>Q)(?P<y>y)", year_alone),
        (r"[ISTte](?P<y>y)z?", year_alone),
        (r"(?P<w>W)f[G](?P<a>[AXC])", weekday_of_week),
        (rf"[bf]P?U?(?P<w>W)P?(?:{_TO})?P?(?P<w2>W)(?P<a>[AX])?", weekdays),
        (rf"PU?(?P<w>W)(?:{_TO})P?(?P<w2>W)(?P<a>[AX])?", weekdays),
        (r"(?:(?P<d>D)r?[(،,-]*)?U?(?P<w>W)[)]?[-/–]?(?P<w2>W)?(?P<a>[AXC])?", weekday),
        (r"D(?P<next>Z)|D[Ci]|[Eg][Dd]", back_reference),
        (r"(?P<q>Qf?)?(?P<g>G)i", turn_of_before),
        (r"E(?P<g>G)", turn_of_before),
        (r"(?P<g>g)(?P<n>n)?(?P<u>U)", days_from_before),
        (r"(?P<name>J)?(?P<d>D)(?:v?(?P<d2>D))?(?P<not>[Zr])?", relative_day),
        (r"(?P<d>d)(?P<a>[AL])?", night),
        (r"(?P<u>[GU])l?(?P<n>n)(?P<a>[AXL])", counted_stretch),
        (r"(?P<n>n)(?P<u>[UG])(?P<a>[AXL])", counted_stretch),
        (r"H(?P<g>G)", unit_turn),
        (r"(?P<q>Qf?)?(?P<g>G)(?:L(?=[AX]))?(?P<a>[AXCL])", unit_turn),
        (r"(?P<q>Q)(?P<g>G)", unit_turn),
        (r"S(?P<g>G)(?P<a>[AXC])", unit_turn),
        (r"B(?P<q>[pw])?(?P<n>n)?(?P<v>V)?(?P<u>U)(?:L)?(?P<of>[fo])?", ago),
        (r"S(?P<q>[pw])?(?P<n>n)?(?P<v>V)?(?P<u>U)", since_stretch),
        (r"I(?P<q>[pw])?(?P<n>n)?(?P<v>V)?(?P<u>U)", within),
        (r"T(?P<q>[pw])?(?P<n>n)?(?P<v>V)?(?P<u>U)(?:L)?(?P<of>[fo])?", after),
        (r"(?P<a>a)", back_reference),
    )
)
