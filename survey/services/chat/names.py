"""What the chats are called in commands and in what the doctor says."""

SLACK_PEOPLE, TEAMS_PEOPLE = "slack-people", "teams-people"
PEOPLE = (SLACK_PEOPLE, TEAMS_PEOPLE)
