"""Numbers of units, scales and waves under the labels of the files."""

from dataclasses import dataclass

from analysis.drift.result import Alarm, Detectability
from analysis.estimates import Estimates
from dashboards.source import Change, Detectable, Estimate, Unit
from survey.importing.outside import OutsideSurvey


@dataclass(frozen=True, slots=True)
class Labels:
    survey: OutsideSurvey

    def units(self) -> list[Unit]:
        paths, tree = self.survey.units, self.survey.tree
        return [
            Unit(unit=paths[unit], parent=paths[parent] if parent >= 0 else None, level=level)
            for unit, (parent, level) in enumerate(zip(tree.parent.tolist(), tree.depth.tolist(), strict=True))
        ]

    def change(self, alarm: Alarm) -> Change:
        return Change(
            wave=self.wave(alarm.wave),
            unit=self.survey.units[alarm.unit],
            scale=self.survey.scales[alarm.scale],
            direction=alarm.direction,
            shape=alarm.shape,
            onset=self.wave(alarm.onset),
            onset_low=self.wave(alarm.onset_low),
            onset_high=self.wave(alarm.onset_high),
            size=float(alarm.size),
            low=float(alarm.low),
            high=float(alarm.high),
            evidence=float(alarm.log_evidence),
        )

    def wave(self, number: int) -> str:
        """The label of a wave; what lies before the first is told as the first."""
        return self.survey.waves[max(0, min(int(number), len(self.survey.waves) - 1))]

    def estimates(self, estimates: Estimates) -> list[Estimate]:
        waves, units, scales = self.survey.waves, self.survey.units, self.survey.scales
        columns = [getattr(estimates, name).tolist() for name in Estimates.__slots__]
        return [
            Estimate(waves[wave], units[unit], scales[scale], *numbers)
            for wave, unit, scale, *numbers in zip(*columns, strict=True)
        ]

    def detectability(self, found: Detectability) -> list[Detectable]:
        units, scales = self.survey.units, self.survey.scales
        columns = [getattr(found, name).tolist() for name in Detectability.__slots__]
        return [
            Detectable(units[unit], scales[scale], *numbers) for unit, scale, *numbers in zip(*columns, strict=True)
        ]
