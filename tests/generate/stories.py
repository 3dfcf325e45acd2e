"""A story written by hand for the tests of designing and building: every role, every kind of block."""

from __future__ import annotations

from prezent_widgets.generate.model import (
    BigNumber,
    ChartBlock,
    Fact,
    Line,
    NumbersBlock,
    Origin,
    Series,
    SlideSpec,
    Span,
    StepsBlock,
    Story,
    TableBlock,
    TextBlock,
)

VISITS = "library-visits.csv"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
BRANCHES = ("Riverside", "Old Town", "Hillcrest", "Station", "Eastfield", "Lakeview")


def line(text: str, lead: str = "", *facts: str) -> Line:
    spans = (Span(lead, strong=True), Span(f" {text}")) if lead else (Span(text),)
    return Line(spans, facts)


def fact(key: str, statement: str, value: float, shown: str) -> Fact:
    return Fact(key, "share", statement, value, shown, Origin(VISITS, ("C2:C73",), "sum by branch"))


FACTS = (
    fact("f1", "Riverside drew 48,200 visits", 48200, "48,200"),
    fact("f2", "Visits rose 14 %", 0.14, "14 %"),
    fact("f3", "Loans fell 6 %", -0.06, "6 %"),
    fact("f4", "Opening a Sunday costs 38,000", 38000, "38,000"),
)


def full_story() -> Story:
    """Seventeen slides, one of each kind and some twice."""
    slides = (
        SlideSpec(
            "s1", "cover", "Where six libraries won their visitors back", subtitle="City council, culture committee"
        ),
        SlideSpec(
            "s2",
            "summary",
            "Visits rose 14 % in a year while loans fell 6 %: people come to stay",
            (
                NumbersBlock(
                    (
                        BigNumber("+14 %", "visits", "against the year before", ("f2",)),
                        BigNumber("48,200", "visits at Riverside", "the busiest branch", ("f1",)),
                        BigNumber("−6 %", "loans", "first fall since opening", ("f3",)),
                    )
                ),
                TextBlock(
                    (
                        line("carries a third of the growth, helped by its study rooms", "Riverside"),
                        line("lost readers after its bus stop moved 400 metres away", "Hillcrest"),
                        line("are the hours people ask for most, at every branch", "Sundays"),
                    )
                ),
            ),
            takeaway=line("Approve Sunday opening at two branches, for 38,000 a year.", "", "f4"),
            sources=(VISITS,),
            facts=("f1", "f2", "f3", "f4"),
            notes="Start with the contrast: more people, fewer loans. Then say what they come for instead.",
        ),
        SlideSpec(
            "s3",
            "agenda",
            "What we will decide",
            (TextBlock((line("Who came, and when"), line("What they came for"), line("What Sunday opening costs"))),),
        ),
        SlideSpec(
            "s4",
            "chart",
            "Visits climbed from 14,800 in January to 21,300 in November",
            (
                ChartBlock(
                    "line",
                    "Visits by month",
                    MONTHS,
                    (
                        Series(
                            "2025", (14800, 15200, 16900, 17100, 17400, 16200, 14100, 13900, 18800, 20100, 21300, 17600)
                        ),
                        Series(
                            "2024", (13900, 14100, 15000, 15100, 15300, 14600, 12800, 12500, 16100, 17000, 17900, 15200)
                        ),
                    ),
                    highlight=(0, 10),
                    alt="Line chart of visits by month; 2025 lies above 2024 and peaks in November at 21,300.",
                ),
                TextBlock(
                    (line("peaks when exams begin", "November"), line("is the only quiet time: 13,900", "August"))
                ),
            ),
            takeaway=line("Growth is steady, not one good month."),
            sources=(VISITS,),
            facts=("f2",),
        ),
        SlideSpec(
            "s5",
            "chart",
            "Riverside draws 48,200 visits, more than Eastfield and Lakeview together",
            (
                ChartBlock(
                    "bar",
                    "Visits by branch, 2025",
                    BRANCHES,
                    (Series("Visits", (48200, 41900, 33700, 30100, 26400, 21300)),),
                    highlight=(0, 0),
                    alt="Bars of visits by branch, from Riverside with 48,200 to Lakeview with 21,300.",
                ),
                TextBlock(
                    (line("has study rooms and a café", "Riverside"), line("opens four days a week only", "Lakeview"))
                ),
            ),
            takeaway=line("Put the first Sunday where people already are."),
            sources=(VISITS,),
            facts=("f1",),
        ),
        SlideSpec("s6", "section", "What people came for", subtitle="Loans fall, stays grow longer"),
        SlideSpec(
            "s7",
            "charts",
            "Loans fell in five of six branches while study hours grew everywhere",
            (
                ChartBlock(
                    "column",
                    "Loans",
                    BRANCHES,
                    (Series("2024", (31, 28, 22, 19, 15, 12)), Series("2025", (28, 26, 20, 18, 16, 11))),
                    unit="thousand",
                    highlight=(1, None),
                    alt="Columns of loans by branch in 2024 and 2025.",
                ),
                ChartBlock(
                    "doughnut",
                    "Reason for the visit",
                    ("Study", "Loans", "Events", "Other"),
                    (Series("Share", (46, 31, 15, 8)),),
                    number_format='0"%"',
                    highlight=(0, 0),
                    alt="Ring of reasons for the visit: study 46 %, loans 31 %, events 15 %, other 8 %.",
                ),
            ),
            takeaway=line("Seats, not shelves, are the bottleneck."),
            sources=(VISITS, "survey.xlsx"),
        ),
        SlideSpec(
            "s8",
            "numbers",
            "A visit now lasts 74 minutes, 18 more than two years ago",
            (
                NumbersBlock(
                    (
                        BigNumber("74 min", "median stay", "18 more than in 2023"),
                        BigNumber("62 %", "stay for an hour or longer", "up from 44 %"),
                        BigNumber("3 in 5", "bring their own work", "survey of 1,140 visitors"),
                    )
                ),
            ),
            takeaway=line("Longer stays need longer hours."),
            sources=("survey.xlsx",),
        ),
        SlideSpec(
            "s9",
            "table",
            "Only two branches reach 40 visits an hour, the mark for Sunday opening",
            (
                TableBlock(
                    ("Branch", "Visits", "Open hours", "Visits an hour", "Against 2024"),
                    (
                        ("Riverside", "48,200", "1,110", "43.4", "+18 %"),
                        ("Old Town", "41,900", "1,010", "41.5", "+15 %"),
                        ("Hillcrest", "33,700", "1,010", "33.4", "−3 %"),
                        ("Station", "30,100", "960", "31.4", "+17 %"),
                        ("Eastfield", "26,400", "910", "29.0", "+12 %"),
                        ("Lakeview", "21,300", "760", "28.0", "+9 %"),
                    ),
                    (False, True, True, True, True),
                    alt="Visits and hours by branch.",
                    strong_rows=(0, 1),
                ),
            ),
            takeaway=line("Riverside and Old Town first; Station next year."),
            sources=(VISITS,),
        ),
        SlideSpec(
            "s10",
            "comparison",
            "Sunday opening beats longer evenings: 9,400 more visits for the same money",
            (
                TextBlock(
                    (line("9,400 more visits a year"), line("38,000 for staff and heating"), line("Reaches families")),
                    "Sundays, 11 to 17",
                ),
                TextBlock(
                    (line("5,200 more visits a year"), line("37,000 for staff and light"), line("Reaches students")),
                    "Evenings, to 22",
                ),
            ),
            takeaway=line("Choose Sundays."),
            sources=("options.docx",),
        ),
        SlideSpec(
            "s11",
            "columns",
            "Three conditions keep the Sunday pilot affordable",
            (
                TextBlock((line("Two librarians and one student assistant at each branch, in turns."),), "Staff"),
                TextBlock((line("Study rooms and café only"), line("Loans by machine")), "Scope"),
                TextBlock((line("Stop after six months below 30 visits an hour."),), "Exit"),
            ),
            takeaway=line("Each condition can be checked every month."),
        ),
        SlideSpec(
            "s12",
            "chart",
            "Riverside passed its target of 45,000 visits, four branches stay below",
            (
                ChartBlock(
                    "column",
                    "Visits against target",
                    BRANCHES,
                    (Series("Visits", (48200, 41900, 33700, 30100, 26400, 21300)),),
                    highlight=(0, 0),
                    reference=("Target", 45000),
                    alt="Columns of visits by branch with a line at the target of 45,000.",
                ),
            ),
            takeaway=line("The target fits big branches only."),
            sources=(VISITS,),
        ),
        SlideSpec(
            "s13",
            "steps",
            "Sunday opening can start in April if the vote is in December",
            (
                StepsBlock(
                    (
                        ("December", "Vote", "Council approves 38,000"),
                        ("January", "Hire", "Four student assistants"),
                        ("March", "Test", "Two trial Sundays at Riverside"),
                        ("April", "Open", "Both branches, every Sunday"),
                    )
                ),
            ),
            takeaway=line("A vote in February costs the whole spring."),
        ),
        SlideSpec(
            "s14",
            "chart",
            "Study visits make up 46 % at Riverside and only 22 % at Lakeview",
            (
                ChartBlock(
                    "share_column",
                    "Reasons by branch",
                    BRANCHES[:4],
                    (
                        Series("Study", (46, 40, 31, 22)),
                        Series("Loans", (31, 35, 44, 50)),
                        Series("Other", (23, 25, 25, 28)),
                    ),
                    highlight=(0, None),
                    data_labels=True,
                    alt="Stacked columns of reasons by branch.",
                ),
                TextBlock((line("decide how long people stay", "Study rooms"),)),
            ),
            sources=("survey.xlsx",),
        ),
        SlideSpec(
            "s15",
            "quote",
            "What visitors say",
            (
                TextBlock(
                    (line("On Sundays our flat is full and quiet nowhere. I would come here every week."),),
                    bulleted=False,
                ),
            ),
            subtitle="Visitor, Old Town, survey of 2025",
        ),
        SlideSpec(
            "s16",
            "ask",
            "We ask the committee for three decisions today",
            (
                TextBlock(
                    (
                        line("Sunday opening at Riverside and Old Town from April", "Approve"),
                        line("38,000 a year from the culture budget", "Release"),
                        line("visits an hour in October, and go on or stop", "Review"),
                    )
                ),
            ),
            takeaway=line("Without a vote in December the pilot slips to autumn."),
            facts=("f4",),
        ),
        SlideSpec("s17", "closing", "Open the doors on Sundays", subtitle="City libraries, culture department"),
    )
    return Story("Where six libraries won their visitors back", slides, FACTS)
