"""What no text of the product says, by language."""

NEVER = {
    "en": r"(?i:anonym)|!",
    "de": r"(?i:anonym)|!|\b(Sie|Ihre?[mnrs]?|Ihnen|[Dd]u|dein\w*|dich|dir|ihr|euch|euer|eure)\b",
    "fr": r"(?i:anonym)|!|\b(?i:vous|votre|vos|tu|ton|tes|toi)\b",
    "es": r"(?i:an[oó]nim)|!|¡|\b(?i:usted|ustedes|tú|tu|tus|vosotr\w+|vuestr\w+)\b",
}
"""What is never promised, shouting, and each language's forms of address."""

NO_VERDICTS = {
    "en": r"(?i)\b(significant\w*|score drop|(at-)?risks?|healthy|engagement|best|worst|merely|alarming|great)\b",
    "de": r"(?i)\b(signifikant\w*|Risik\w+|gesund\w*|Engagement|beste\w*|schlechteste\w*|alarmier\w*|großartig\w*)\b",
    "fr": r"(?i)\b(significati\w+|risques?|sain\w*|engagement|meilleure?s?|pires?|alarmante?s?|formidables?)\b",
    "es": r"(?i)\b(significativ\w+|riesgos?|saludables?|compromiso|mejor(es)?|peor(es)?|alarmantes?|genial(es)?)\b",
}
"""Words that judge or alarm."""
