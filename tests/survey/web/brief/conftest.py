"""Readers and two published waves, as the pages of results have them."""

from tests.survey.web.results.conftest import reads_as, scene, somebody_of_north

__all__ = ["reads_as", "scene", "somebody_of_north"]
