"""The file of a company that extends ours, and what it makes of it."""

from survey.questionnaires.faults import UnreadableQuestionnaire
from survey.questionnaires.questionnaire import Questionnaire
from survey.questionnaires.reading import ours, parse_questionnaire

ARABIC = """\
[words.ar]
answers = ["أبدًا", "نادرًا", "في نحو نصف المرات", "في معظم المرات", "دائمًا"]
cannot_say = "لا يمكن الحكم"
counts = ["ولا مرة", "مرة", "مرتين", "ثلاث مرات", "أربع مرات أو أكثر"]
customers = "العملاء: من هم خارج الشركة ويدفعون مقابل ما نقدمه أو يستخدمونه."
team = "فريقي: من أعمل معهم في معظم الأيام."
leaders = "المسؤولون عندنا: كل من يقود غيره، على كل مستوى."
lead_in = "في الأسابيع الأربعة الأخيرة: كم مرة كان هذا صحيحًا؟"
"""
OWN = """\
[[items]]
code = "X1"
pack = "last"
text.en = "The shops get what they ordered."
text.de = "Die Läden bekommen, was sie bestellt haben."
text.fr = "Les magasins reçoivent ce qu'ils ont commandé."
text.es = "Las tiendas reciben lo que pidieron."
"""


def translation(language: str) -> str:
    """Every text of ours, said in a further language."""
    texts = [f'{item.code} = "{language} {item.code}"' for item in ours().items]
    hints = [f'{item.code} = "{language} {item.code}?"' for item in ours().items if item.hint]
    return "\n".join([f"[texts.{language}]", *texts, f"[hints.{language}]", *hints, ""])


def company(*parts: str, head: str = 'code = "acme-1"\nextends = "aloft-1"\n') -> str:
    return head + "".join(parts)


def read(text: str, *, against: Questionnaire | None = None) -> Questionnaire:
    return parse_questionnaire(text, name="acme.toml", against=against).questionnaire


def faults(text: str, *, against: Questionnaire | None = None) -> list[str]:
    """What is told of a file, or nothing."""
    try:
        read(text, against=against)
    except UnreadableQuestionnaire as error:
        return list(error.lines)
    return []
