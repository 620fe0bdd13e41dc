"""Invitations and reminders as messages in a chat, to whoever has an account there; everybody else gets the mail."""

from survey.services.chat.chatting import Away, Chat, ChatFirst, Reached
from survey.services.chat.opening import chats_of, with_chats

__all__ = ["Away", "Chat", "ChatFirst", "Reached", "chats_of", "with_chats"]
