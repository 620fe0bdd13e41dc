"""What the made-up company said to its people after each wave."""

from survey.queries.replies import ReplyFacts

REPLIES = (
    ReplyFacts(
        heard="Many of you wrote that a customer's question goes through three desks before anybody may answer it.",
        done="Since the first of the month the first line may promise a refund of up to 200 euros without asking.",
        not_done="We have not merged the two ticket systems: that takes until spring, and we would rather do it once.",
    ),
    ReplyFacts(
        heard="You learn little from other teams, and hear of a customer who left when it is too late to ask.",
        done="Exit calls are now open to everybody; the recordings of the last three are in the library.",
        not_done="A weekly meeting of all teams was asked for. We think the open calls do more, and take less time.",
    ),
    ReplyFacts(
        heard="Decisions are explained with our own numbers, and seldom with what a customer said.",
        done="Every proposal to the management team begins with what three customers said about it.",
        not_done="We did not stop the price change which some of you asked for. The minutes say why.",
    ),
)
