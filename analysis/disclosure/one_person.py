"""How much of a group's way to an end of the scale may be one person's."""


def most_steps(k: int) -> int:
    """Steps that one person counts for at most, where a group must lie k steps from an end.

    With more, somebody with k - 1 steps could conclude from a missing number that nobody else has any.
    """
    return max(k - 2, 1)


def most_short_of(k: int, *, of_one: int) -> int:
    """Most steps of a group that counts for fewer than k, if one person may have `of_one`."""
    whole, rest = divmod(k - 1, most_steps(k))
    return max(k - 1, whole * of_one + rest)
