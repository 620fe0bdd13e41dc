"""When waves open, remind and close: a pure function of the programme, right across time zones and summer time."""
