"""Which pages are measured: those that show the most. A new page of results gets its line here."""

from survey.services.rights import Role

PAGES = (
    (Role.HR, "/dashboards"),
    (Role.HR, "/dashboards?sort=evidence"),
    (Role.HR, "/dashboards/{wave}/units/{division}"),
    (Role.HR, "/dashboards/{wave}/units/{largest}?page=2"),
    (Role.HR, "/dashboards/{wave}/units/{team}"),
    (Role.HR, "/dashboards/participation"),
    (Role.HR, "/dashboards/instrument"),
    (Role.HR, "/dashboards/comments"),
    (Role.HR, "/brief"),
    (Role.HR, "/results"),
    (Role.HR, "/results/{wave}/units/{division}"),
    (Role.HR, "/manage/waves/{wave}/release"),
    (Role.EMPLOYEE, "/results"),
)
"""Who asks, and for what.

`wave` is the newest, `division` a division, `largest` the unit with the most right below it, `team` one with none.
"""
