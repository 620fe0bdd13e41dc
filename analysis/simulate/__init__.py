"""Companies whose truth is known: made answer by answer, by the null model of the drift engine or against it."""

from analysis.simulate.answers import SimulatedAnswers, simulate_answers
from analysis.simulate.departures import Answering, Levels, People, Questions
from analysis.simulate.fall import Fall
from analysis.simulate.scores import SimulatedScores, simulate_scores, summarise, unlink
from analysis.simulate.world import World
from analysis.simulate.worth import expected_points

__all__ = [
    "Answering",
    "Fall",
    "Levels",
    "People",
    "Questions",
    "SimulatedAnswers",
    "SimulatedScores",
    "World",
    "expected_points",
    "simulate_answers",
    "simulate_scores",
    "summarise",
    "unlink",
]
