"""Jobs and mails: who does them, and what happens when somebody stops in the middle."""
