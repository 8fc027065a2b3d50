"""Application forms in English, as Google Docs and Word write them.

The names keep the white space inside a label, as printed: `Home Address`.
"""

from benchmarks.blanks.corpus import MarkedForm
from benchmarks.blanks.marks import (
    below,
    bracket,
    colon,
    comb,
    date,
    grid,
    line,
    lone,
    right,
    room,
    sample,
    seal,
    unit,
)
from benchmarks.blanks.writers.google import Google
from benchmarks.blanks.writers.page import Cell, Page, Para, heading, page, row, table, title
from benchmarks.blanks.writers.rows import (
    asked,
    begun,
    boxes,
    cross_table,
    pairs,
    repeated,
    ticked,
    under,
)
from benchmarks.blanks.writers.word import Word


class English(Word):
    font = "PMingLiU"
    latin = "Calibri"
    language = "en-US"
    counting = ("decimal", "%1.")


class EnglishGoogle(Google):
    language = "en-US"
    counting = ("decimal", "%1.")


def enrolment() -> Page:
    return page(
        title("STUDENT ENROLMENT FORM"),
        Para(f"School Year: {line('School Year', '____________')}"),
        heading("Student Information", listed=True),
        Para(f"Last Name: {line('Last Name', '______________')}  "
             f"First Name: {line('First Name', '______________')}  "
             f"M.I.: {line('M.I.', '____')}"),
        Para(f"Date of Birth (MM/DD/YYYY): {date('Date of Birth', '____/____/________')}  "
             f"Gender: {boxes('Gender', 'Male,Female,Prefer not to say', box='☐ ', gap='  ')}"),
        Para(f"Home Address: {line('Home Address', '_' * 50)}"),
        Para(f"City: {line('City', '____________')} State: {line('State', '____')} "
             f"ZIP: {line('ZIP', '_________')}"),
        Para(f"Grade Level: {boxes('Grade Level', 'K,1,2,3,4,5', box='☐', gap=' ')}"),
        heading("Parent / Guardian", listed=True),
        table(
            [2400, 3600, 3600],
            ["", "Parent/Guardian 1", "Parent/Guardian 2"],
            *([label, grid(f"{label}.Parent/Guardian 1"), grid(f"{label}.Parent/Guardian 2")]
              for label in ("Full Name", "Relationship", "Cell Phone", "E-mail", "Employer")),
        ),
        heading("Medical", listed=True),
        table(
            [4800, 1200, 1200, 2400],
            ["Does the student have:", "Yes", "No", "If yes, please explain"],
            *([item, ticked(item, "Yes,No"), "", grid(f"{item}.If yes, please explain")]
              for item in ("Asthma", "Food allergies", "Vision problems", "Daily medication")),
        ),
        Para(f"Physician: {colon('Physician', ' ' * 20)} Phone: {colon('Phone', ' ' * 16)}"),
        heading("Siblings at this school", listed=True),
        table([4800, 2400, 2400], *repeated("Siblings", ("Name", "Grade", "Teacher"), 3)),
        heading("Photo release", listed=True),
        Para(begun("Photo release", "I give permission for my child to be photographed,"
                   "I do not give permission", box="☐")
             + " I give permission for my child to be photographed."),
        Para("☐ I do not give permission."),
        Para(f"Signature: {seal('Parent/Guardian')}______________________   "
             f"Date: {date('Date', '___/___/_____')}"),
    )  # fmt: skip


def grant() -> Page:
    return page(
        title("Community Arts Mini-Grant Application"),
        Para("Please type or print. Applications over five pages will be returned.",
             align="center"),
        table(
            [2600, 2200, 2600, 2200],
            row(Cell("SECTION A — APPLICANT", span=4, shade="D9E2F3")),
            pairs("Organization Name", "Tax ID"),
            row("Contact Person", right("Contact Person"), "Title", right("Title")),
            row("Mailing Address", Cell(right("Mailing Address"), span=3)),
            row("Telephone", f"({bracket('Telephone', '     ')})", "Website",
                asked("Website", "Click or tap here to enter text.")),
            row(Cell("SECTION B — PROJECT", span=4, shade="D9E2F3")),
            row("Project Title", Cell(asked("Project Title", "Enter title"), span=3)),
            row("Start Date (MM/DD/YYYY)", date("Start Date", "__ /__ /____"),
                "End Date (MM/DD/YYYY)", date("End Date", "__ /__ /____")),
            row("Discipline", Cell(
                boxes("Discipline", "Music,Theatre,Dance,Visual Arts,Other", "可複選",
                      box="☐ ", gap="   ") + f": {line('Discipline Other')}", span=3)),
            row("Expected audience", unit("Expected audience", "      ") + " people",
                "Ticket price", "US$ " + line("Ticket price", "_______")),
            row(Cell("Describe the project (max. 300 words):\n" + room("Describe the project")
                     + "\n\n\n", span=4)),
            row(Cell("SECTION C — BUDGET", span=4, shade="D9E2F3")),
        ),
        table(4, *cross_table(
            ("Artist fees", "Materials", "Venue", "Publicity", "TOTAL"),
            ("Requested (US$)", "Matching (US$)", "In-kind (US$)"), "Expense", section="Budget")),
        heading("SECTION D — CERTIFICATION"),
        Para(f"I, {line('Authorized official', '_____________________')} (authorized official), "
             f"certify on behalf of {sample('Organization Name', '[NAME OF ORGANIZATION]', '同名')}"
             " that the information is true."),
        table(
            [6400, 3200],
            row(seal("Authorized official"), date("Certification.Date", "     /     /     "),
                height=700),
            ["Signature of authorized official", "Date (MM/DD/YYYY)"],
            borders=False,
        ),
    )  # fmt: skip


def incident() -> Page:
    return page(
        title("ACCIDENT AND INCIDENT REPORT"),
        table(
            [3200, 3200, 3200],
            ["1. Name of injured person", "2. Staff / Student ID", "3. Date and time"],
            row(below("Name of injured person"), below("Staff / Student ID"),
                below("Date and time"), height=500),
            row(Cell("4. Location of accident", span=2), "5. Witness"),
            row(Cell(below("Location of accident"), span=2), below("Witness"), height=500),
            row(Cell(f"6. What happened?\n{room('What happened?')}\n\n", span=3)),
            row(Cell("7. Type of injury (check all that apply)\n"
                     + boxes("Type of injury", "Cut,Bruise,Burn,Sprain,Fracture,Other", "可複選",
                             box="☐ ", gap="   ")
                     + f"{under('Type of injury Other', 14)}", span=3)),
            row(Cell("8. First aid given?   "
                     + boxes("First aid given?", "Yes,No", box="( ) ", gap="  "), span=3)),
        ),
        Para(f"Temp. {line('Temp.', '.........')} °C     Pulse {line('Pulse', '.........')} /min"),
        Para("Follow-up actions"),
        table([600, 4800, 2200, 2000], *repeated(
            "Follow-up actions", ("Action", "Person responsible", "Due date"), 4, number="#")),
        Para("Comments of the principal"),
        table(1, row(lone("Comments of the principal"), height=1400)),
        Para(f"Case No. {comb('Case No.', '□□□□□□')}"),
        Para(f"Reported by:<u>{seal('Reported by')}\t</u>  Position: {under('Position', 12)}"),
        Para(f"Date received: {colon('Date received')}", align="right"),
        header="Form HS-07",
        footer="Return to the Health and Safety Office within 24 hours",
    )  # fmt: skip


FORMS = (
    MarkedForm(enrolment().title, "Google Docs", lambda: EnglishGoogle().parts(enrolment())),
    MarkedForm(grant().title, "Word", lambda: English().parts(grant())),
    MarkedForm(incident().title, "Google Docs", lambda: EnglishGoogle().parts(incident())),
)
