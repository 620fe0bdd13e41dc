"""What all shapes have in common."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """Fields that nobody knows are refused, so that a mistyped one is not silently left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Path = Annotated[str, Field(description="Names from the company down, as in `Company/Division/Team`.")]
WaveNumber = Annotated[int, Field(ge=1)]
Count = Annotated[int, Field(ge=0)]
