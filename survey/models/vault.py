"""The vault: the key of the running epoch, and nothing else."""

from sqlalchemy import CheckConstraint, LargeBinary
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from survey.models.columns import metadata


class VaultTable(DeclarativeBase):
    metadata = metadata()


class EpochKey(VaultTable):
    """32 random bytes; gone when the epoch closes."""

    __tablename__ = "epoch_key"
    __table_args__ = (CheckConstraint("length(key) = 32", name="of_32_bytes"),)

    epoch: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[bytes] = mapped_column(LargeBinary(32))
