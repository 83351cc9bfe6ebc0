"""One measure is found in one data set under all the names that its columns have had."""

from pathlib import Path

import pytest

from reportgen.area import Comparators
from reportgen.load.read import DataFile, Project, read_files
from reportgen.measures import EVERYONE, Group

PLACE = "time_period,time_identifier,geographic_level,country_code,country_name,old_la_code"
BUCKS = "{},{},Local authority,E92000001,England,825"
GIRLS, SECONDARY = Group.of(sex="girls"), Group.of(phase="secondary")
FSM, IN_NEED = Group.of(fsm="fsm"), Group.of(social_care="in_need")


@pytest.mark.parametrize(
    ("measure", "columns", "rows", "expected"),
    [
        (
            "attainment_8",
            "version,establishment_type_group,breakdown,sex,free_school_meals,t_pupils,avg_att8",
            (
                "Final,State-funded schools (LA),Total,Total,Total,9,50",
                "Final,State-funded schools (LA),Sex,Girls,Total,9,51",
                "Final,State-funded schools (LA),FSM,Total,FSM,9,35",
                "Final,Independent,Total,Total,Total,9,60",
            ),
            {EVERYONE: 50, GIRLS: 51, FSM: 35},
        ),
        (
            "attainment_8",
            "breakdown_topic,breakdown,disadvantage_status,fsm_status,pupil_count,"
            "attainment8_sum,attainment8_average",
            (
                "Total,Total,Total,Total,9,450,50",
                "Sex,Girls,Total,Total,9,459,51",
                "FSM status,FSM eligible,Total,FSM eligible,9,315,35",
                "Sex,Girls,Disadvantaged,Total,9,90,10",
            ),
            {
                EVERYONE: 50,
                GIRLS: 51,
                FSM: 35,
                Group.of(sex="girls", disadvantage="disadvantaged"): 10,
            },
        ),
        (
            "ks4_cohort",
            "breakdown_topic,breakdown,pupil_count,attainment8_average",
            ("Total,Total,900,50", "Sex,Girls,450,51"),
            {EVERYONE: 900, GIRLS: 450},
        ),
        (
            "suspension_rate",
            "school_type,headcount,perm_excl,perm_excl_rate,fixed_excl,fixed_excl_rate",
            ("Total,9,1,0.1,2,3.5", "State-funded secondary,9,1,0.2,2,7.5"),
            {EVERYONE: "3.5", SECONDARY: "7.5"},
        ),
        (
            "suspension_rate",
            "school_type,headcount,perm_excl,perm_excl_rate,suspension,susp_rate",
            ("Total,9,1,0.1,2,3.5", "state-funded secondary,9,1,0.2,2,7.5"),
            {EVERYONE: "3.5", SECONDARY: "7.5"},
        ),
        (
            "suspension_rate",
            "education_phase,headcount,perm_excl,perm_excl_rate,suspension,susp_rate",
            ("Total,9,1,0.1,2,3.5", "State-funded secondary,9,1,0.2,2,7.5"),
            {EVERYONE: "3.5", SECONDARY: "7.5"},
        ),
        (
            "ehe_children",
            "filter_group,filter,ehe_census_date",
            ("Total,Total,900", "Sex,Female,450", "Sex,Sex unknown,5"),
            {EVERYONE: 900, GIRLS: 450},
        ),
        (
            "ehe_children",
            "filter_group,filter,number,pc,rate",
            ("Total,Total,900,100,1.4", "Sex,Female,450,50,x", "Reason,Unknown,5,<0.5,x"),
            {EVERYONE: 900, GIRLS: 450},
        ),
        (
            "ehe_children",
            "breakdown_topic,breakdown,child_count,child_percent,rate_per_100",
            ("Total,Total,900,100,1.5", "Sex,Female,450,50,x", "Sex,Unknown,5,low,x"),
            {EVERYONE: 900, GIRLS: 450},
        ),
        (
            "cme_children",
            "breakdown_topic,breakdown,child_count,child_percent,rate_per_100",
            ("Total,Total,90,100,0.4", "Sex,Female,45,50,x", "Duration,2 to 4 weeks,5,low,x"),
            {EVERYONE: 90, GIRLS: 45},
        ),
        (
            "cme_children",
            "filter_group,filter,number,pc,rate",
            ("Total,Total,90,100,0.5", "Sex,Female,45,50,x", "Duration,2 to 4 weeks,5,low,x"),
            {EVERYONE: 90, GIRLS: 45},
        ),
        ("cme_children", "cme_census_date", ("90",), {EVERYONE: 90}),
        (
            "attainment_8",
            "version,education_investment_area_flag,establishment_type,gender,t_pupils,avg_att8",
            (
                "Revised,Not in one,State-funded schools (LA),Total,9,50",
                "Revised,Not in one,State-funded schools (LA),Girls,9,51",
            ),
            {EVERYONE: 50, GIRLS: 51},
        ),
        (
            "attainment_8",
            "version,school_characteristic,breakdown,characteristic_gender,"
            "characteristic_Ethnic_major,characteristic_free_school_meals,"
            "characteristic_sen_status,characteristic_sen_description,t_pupils,t_att8,avg_att8",
            (
                "Revised,State-funded schools (LA),Total,Total,Total,Total,Total,Total,9,451,50.1",
                "Revised,State-funded schools (LA),FSM,Total,Total,FSM,Total,Total,9,300,33.3",
                "Revised,State-funded schools (LA),SEN,Total,Total,Total,SEN support,Total,9,1,30",
                "Revised,State-funded schools (LA),SEN,Total,Total,Total,Total,Any SEN,9,1,29",
                "Revised,State-funded schools (LA),SEN,Total,Total,Total,Total,"
                "No identified SEN,9,1,55",
                "Revised,State-funded schools (LA),Ethnic,Total,ASIAN,Total,Total,Total,9,1,52",
            ),
            {
                EVERYONE: "50.1",
                FSM: "33.3",
                Group.of(sen="sen_support"): 30,
                Group.of(sen="no_sen"): 55,
                Group.of(ethnicity="asian_excluding_chinese"): 52,
            },
        ),
        (
            "attainment_8",
            "breakdown_topic,sex,ethnicity_major,ethnicity_minor,fsm_status,sen_provision,"
            "sen_status,disadvantage_status,first_language,pupil_count,attainment8_average",
            (
                "Total,Total,Total,Total,Total,Total,Total,Total,Total,9,50",
                "Ethnicity,Total,Asian / Asian British,Total,Total,Total,Total,Total,Total,9,52",
                "Ethnicity,Total,Asian / Asian British,Chinese,Total,Total,Total,Total,Total,9,65",
                'SEN,Total,Total,Total,Total,"Education, health and care plan",'
                "Any special educational need,Total,Total,9,14",
                "SEN,Total,Total,Total,Total,SEN support / SEN without an EHC plan,"
                "Any special educational need,Total,Total,9,33",
                "SEN,Total,Total,Total,Total,No SEN provision,"
                "No identified special educational need,Total,Total,9,55",
                "SEN,Total,Total,Total,Total,Total,Any special educational need,Total,Total,9,28",
                "FSM,Total,Total,Total,Not known to be FSM eligible,Total,Total,Total,Total,9,49",
                "D,Total,Total,Total,Total,Total,Total,Not known to be disadvantaged,Total,9,48",
                "L,Total,Total,Total,Total,Total,Total,Total,"
                "Known or believed to be other than English,9,47",
            ),
            {
                EVERYONE: 50,
                Group.of(ethnicity="asian"): 52,
                Group.of(sen="ehc_plan"): 14,
                Group.of(sen="sen_support"): 33,
                Group.of(sen="no_sen"): 55,
                Group.of(fsm="not_fsm"): 49,
                Group.of(disadvantage="not_disadvantaged"): 48,
                Group.of(first_language="other_language"): 47,
            },
        ),
        (
            "attainment_8",
            "sex,ethnicity_major,t_pupils,avg_att8",
            ("Total,Total,9,50", "Total,Asian,9,52", "Total,Chinese,9,65"),
            {
                EVERYONE: 50,
                Group.of(ethnicity="asian_excluding_chinese"): 52,
                Group.of(ethnicity="chinese"): 65,
            },
        ),
        (
            "attainment_8_social_care",
            "social_care_group,version,pupil_count,attainment8_average",
            ("All pupils,Revised,900,46", "CINO at 31 March,Revised,9,17"),
            {IN_NEED: 17},
        ),
        (
            "attainment_8",
            "sex,sen_primary_need,t_pupils,avg_att8",
            ("Total,All primary need,9,50", "Total,Hearing impairment,9,40"),
            {EVERYONE: 50},
        ),
        (
            "pupils_first_language_other_share",
            "Phase-type_grouping,ethnicity,language,headcount,percent_of_pupils",
            (
                "Total,Total,Total,900,100",
                "Total,Total,Known or believed to be other than English,90,10",
                "Total,Asian - Indian,Total,45,5",
                "State-funded primary,Total,Known or believed to be other than English,50,12",
            ),
            {EVERYONE: 10},
        ),
        (
            "share_ehc_plan",
            "social_care_group,t_pupils,t_statement_or_EHC_plan,pt_SEN_support,"
            "pt_statement_or_EHC_plan",
            ("CINO at 31 March,90,27,20,30", "All pupils comparison,900,36,13,4"),
            {IN_NEED: 30},
        ),
        (
            "share_sen_support",
            "social_care_group,t_pupils,pt_SEN_support,pt_EHC_plan",
            ("CINO at 31 March,90,20,30", "CIN at 31 March,99,25,27"),
            {IN_NEED: 20},
        ),
        (
            "share_sen_support",
            "social_care_group,sen_provision,sen_primary_need,pupil_count,pupil_percent",
            (
                "CINO at 31 March,All pupils,Total,90,z",
                "CINO at 31 March,SEN support / SEN without an EHC plan,Total,18,20",
                "CINO at 31 March,SEN support / SEN without an EHC plan,Hearing impairment,1,6",
                'CINO at 31 March,"Education, health and care plan",Total,27,30',
            ),
            {IN_NEED: 20},
        ),
        (
            "permanent_exclusion_rate",
            "school_type,characteristic_group,characteristic,headcount,perm_excl,perm_excl_rate",
            (
                "Total,Total,Total,9,1,0.1",
                "Total,Age,Age 10,9,1,0.3",
                "State-funded special,Total,Total,9,1,0.2",
            ),
            {EVERYONE: "0.1", Group.of(phase="special"): "0.2"},
        ),
    ],
)
def test_a_measure_is_found_under_each_name(
    tmp_path: Path,
    measures: Project,
    bucks: Comparators,
    measure: str,
    columns: str,
    rows: tuple[str, ...],
    expected: dict[Group, object],
) -> None:
    census = measure in ("ehe_children", "cme_children")
    start = BUCKS.format("202324", "Autumn term" if census else "Academic year")
    path = tmp_path / "download.csv"
    path.write_text("\n".join([f"{PLACE},{columns}", *(f"{start},{row}" for row in rows)]), "utf-8")
    found = read_files([DataFile(path)], tmp_path, measures, bucks).observations
    values = {o.group: o.value for o in found if o.measure.id == measure}
    assert {group: str(value) for group, value in values.items()} == {
        group: str(value) for group, value in expected.items()
    }
