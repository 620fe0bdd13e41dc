"""The two queues of the company store: jobs, and mails that leave after commit.

A row is put once, claimed with a lease, and finished, or failed, by the worker that claimed it last.
"""

from survey.queries.work.claiming import LONGEST_LEASE, claim_jobs, claim_mails, next_due_at
from survey.queries.work.holding import fail, finish, holds, put_off, renew
from survey.queries.work.over import delete_over, put_back_failed
from survey.queries.work.putting import put
from survey.queries.work.rows import Claimed, ClaimedMail, NewJob, NewMail

__all__ = [
    "LONGEST_LEASE",
    "Claimed",
    "ClaimedMail",
    "NewJob",
    "NewMail",
    "claim_jobs",
    "claim_mails",
    "delete_over",
    "fail",
    "finish",
    "holds",
    "next_due_at",
    "put",
    "put_back_failed",
    "put_off",
    "renew",
]
