"""The three principles in a mail: as a word, and as the sentence that a company holds to."""

from survey.mail.writing.words import Words


def principle_name(words: Words, key: str) -> str:
    """As it stands in a subject."""
    names = {
        "learning": words.say("learning"),
        "customer_truth": words.say("customer truth"),
        "equal_say": words.say("equal say"),
    }
    return names[key]


def principle_sentence(words: Words, key: str) -> str:
    """In the quotation marks of the language."""
    sentences = {
        "learning": words.say("“we are a learning organisation”"),
        "customer_truth": words.say("“the customer is the source of all truth”"),
        "equal_say": words.say("“everyone has equal say on what it means to serve the customer”"),
    }
    return sentences[key]
