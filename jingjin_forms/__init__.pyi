# Written by `python -m jingjin_forms.stubs`; change public.py instead.

from jingjin_forms.adopting import Adoption as Adoption
from jingjin_forms.adopting import Blank as Blank
from jingjin_forms.adopting import adopt as adopt
from jingjin_forms.batch import BatchReport as BatchReport
from jingjin_forms.batch import fill_many as fill_many
from jingjin_forms.checks import Clause as Clause
from jingjin_forms.checks import Document as Document
from jingjin_forms.checks import Finding as Finding
from jingjin_forms.checks import Findings as Findings
from jingjin_forms.checks import Rules as Rules
from jingjin_forms.checks import Severity as Severity
from jingjin_forms.errors import AmountError as AmountError
from jingjin_forms.errors import DateError as DateError
from jingjin_forms.errors import FactsError as FactsError
from jingjin_forms.errors import FileProblemError as FileProblemError
from jingjin_forms.errors import FillError as FillError
from jingjin_forms.errors import FormNotFoundError as FormNotFoundError
from jingjin_forms.errors import JingjinError as JingjinError
from jingjin_forms.errors import LayoutError as LayoutError
from jingjin_forms.errors import Problem as Problem
from jingjin_forms.errors import ProblemsError as ProblemsError
from jingjin_forms.errors import ProgrammeError as ProgrammeError
from jingjin_forms.errors import ReadingError as ReadingError
from jingjin_forms.errors import RuleNotFoundError as RuleNotFoundError
from jingjin_forms.errors import SubsidyError as SubsidyError
from jingjin_forms.errors import TemplateError as TemplateError
from jingjin_forms.facts import Facts as Facts
from jingjin_forms.facts import explained as explained
from jingjin_forms.facts import label as label
from jingjin_forms.facts import printed as printed
from jingjin_forms.forms.catalog import get_form as get_form
from jingjin_forms.forms.catalog import list_forms as list_forms
from jingjin_forms.forms.form import Form as Form
from jingjin_forms.forms.loading import load as load
from jingjin_forms.forms.read_back import read_document as read_document
from jingjin_forms.forms.tagged.form import form_of as form_of
from jingjin_forms.packets.packet import Packet as Packet
from jingjin_forms.packets.reading import load_packet as load_packet
from jingjin_forms.packets.rescaling import rescale_facts as rescale_facts
from jingjin_forms.packets.starting import new_facts as new_facts
from jingjin_forms.parts import BudgetLine as BudgetLine
from jingjin_forms.parts import BudgetTable as BudgetTable
from jingjin_forms.parts import Contact as Contact
from jingjin_forms.parts import School as School
from jingjin_forms.programmes.active_teaching.forms.activity_application import ActivityApplication as ActivityApplication
from jingjin_forms.programmes.active_teaching.forms.activity_outcome_checklist import ActivityOutcomeChecklist as ActivityOutcomeChecklist
from jingjin_forms.programmes.active_teaching.forms.community_workshop_application import CommunityWorkshopApplication as CommunityWorkshopApplication
from jingjin_forms.programmes.active_teaching.forms.curriculum_outcome_checklist import CurriculumOutcomeChecklist as CurriculumOutcomeChecklist
from jingjin_forms.programmes.active_teaching.forms.development_budget import DevelopmentBudget as DevelopmentBudget
from jingjin_forms.programmes.active_teaching.forms.outcome_checklist import OutcomeChecklist as OutcomeChecklist
from jingjin_forms.programmes.active_teaching.forms.partnership_application import PartnershipApplication as PartnershipApplication
from jingjin_forms.programmes.active_teaching.forms.plan_overview import PlanOverview as PlanOverview
from jingjin_forms.programmes.active_teaching.forms.practice_application import PracticeApplication as PracticeApplication
from jingjin_forms.programmes.active_teaching.forms.programme_budget import ProgrammeBudget as ProgrammeBudget
from jingjin_forms.programmes.active_teaching.forms.subsidy_rates import SubsidyRates as SubsidyRates
from jingjin_forms.programmes.active_teaching.forms.visiting_teacher_survey import VisitingTeacherSurvey as VisitingTeacherSurvey
from jingjin_forms.programmes.active_teaching.subsidies import Subsidy as Subsidy
from jingjin_forms.programmes.active_teaching.subsidies import subsidy as subsidy
from jingjin_forms.programmes.active_teaching.subsidies import subsidy_rate as subsidy_rate
from jingjin_forms.programmes.common.forms.submission_checklist import SubmissionChecklist as SubmissionChecklist
from jingjin_forms.programmes.leader_workshop.forms.survey_result import SurveyResult as SurveyResult
from jingjin_forms.programmes.leader_workshop.forms.workshop_budget import WorkshopBudget as WorkshopBudget
from jingjin_forms.programmes.leader_workshop.forms.workshop_plan import WorkshopPlan as WorkshopPlan
from jingjin_forms.programmes.leader_workshop.forms.workshop_survey import WorkshopSurvey as WorkshopSurvey
from jingjin_forms.programmes.learning_community.forms.community_application import CommunityApplication as CommunityApplication
from jingjin_forms.programmes.learning_community.forms.community_budget import CommunityBudget as CommunityBudget
from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate as BudgetEstimate
from jingjin_forms.programmes.school_based.forms.implementation_plan import ImplementationPlan as ImplementationPlan
from jingjin_forms.programmes.school_based.forms.orid_feedback import OridFeedback as OridFeedback
from jingjin_forms.programmes.school_based.forms.review_sheet import ReviewSheet as ReviewSheet
from jingjin_forms.programmes.school_based.forms.session_result import SessionResult as SessionResult
from jingjin_forms.programmes.school_based.forms.summary_sheet import SummarySheet as SummarySheet
from jingjin_forms.reading import Reading as Reading
from jingjin_forms.tables import read_table as read_table
from jingjin_forms.tables import write_roster as write_roster
from jingjin_forms.values import Choice as Choice
from jingjin_forms.values.amount import Money as Money
from jingjin_forms.values.amount import Quantity as Quantity
from jingjin_forms.values.roc import RocDate as RocDate
from jingjin_forms.values.roc import RocPeriod as RocPeriod
from jingjin_forms.values.roc import SchoolYear as SchoolYear
from jingjin_forms.values.roc import format_roc_date as format_roc_date
from jingjin_forms.values.roc import parse_roc_date as parse_roc_date
from jingjin_forms.values.uppercase import parse_uppercase_amount as parse_uppercase_amount
from jingjin_forms.values.uppercase import uppercase_amount as uppercase_amount
from jingjin_forms.word import CompiledTemplate as CompiledTemplate
from jingjin_forms.word import Picture as Picture
from jingjin_forms.word import compile_template as compile_template

__all__ = [
    "ActivityApplication",
    "ActivityOutcomeChecklist",
    "Adoption",
    "AmountError",
    "BatchReport",
    "Blank",
    "BudgetEstimate",
    "BudgetLine",
    "BudgetTable",
    "Choice",
    "Clause",
    "CommunityApplication",
    "CommunityBudget",
    "CommunityWorkshopApplication",
    "CompiledTemplate",
    "Contact",
    "CurriculumOutcomeChecklist",
    "DateError",
    "DevelopmentBudget",
    "Document",
    "Facts",
    "FactsError",
    "FileProblemError",
    "FillError",
    "Finding",
    "Findings",
    "Form",
    "FormNotFoundError",
    "ImplementationPlan",
    "JingjinError",
    "LayoutError",
    "Money",
    "OridFeedback",
    "OutcomeChecklist",
    "Packet",
    "PartnershipApplication",
    "Picture",
    "PlanOverview",
    "PracticeApplication",
    "Problem",
    "ProblemsError",
    "ProgrammeBudget",
    "ProgrammeError",
    "Quantity",
    "Reading",
    "ReadingError",
    "ReviewSheet",
    "RocDate",
    "RocPeriod",
    "RuleNotFoundError",
    "Rules",
    "School",
    "SchoolYear",
    "SessionResult",
    "Severity",
    "SubmissionChecklist",
    "Subsidy",
    "SubsidyError",
    "SubsidyRates",
    "SummarySheet",
    "SurveyResult",
    "TemplateError",
    "VisitingTeacherSurvey",
    "WorkshopBudget",
    "WorkshopPlan",
    "WorkshopSurvey",
    "adopt",
    "compile_template",
    "explained",
    "fill_many",
    "form_of",
    "format_roc_date",
    "get_form",
    "label",
    "list_forms",
    "load",
    "load_packet",
    "new_facts",
    "parse_roc_date",
    "parse_uppercase_amount",
    "printed",
    "read_document",
    "read_table",
    "rescale_facts",
    "subsidy",
    "subsidy_rate",
    "uppercase_amount",
    "write_roster",
]

__version__: str
