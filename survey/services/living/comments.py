"""What made-up people write about made-up customers."""

COMMENTS = (
    "A customer in Lyon could not find the invoice. We sent it twice and then changed the page.",
    "A customer rang three times about the same fault. The third time somebody went there.",
    "The depot was late again. We told the customer the day before, and they thanked us for it.",
    "A customer asked for a report we do not have. I built a small one and showed it to two others.",
    "We promised a date in the meeting and moved it the week after. Nobody asked the customer.",
    "A user of the player wrote that captions are too small. The change went out within the week.",
    "I listened to four support calls. Two of them were about words on our own page.",
    "A customer left. We learnt why from the exit call, and it was not the price.",
    "We asked five customers before we chose. Three of them would have chosen the other way.",
    "A rule of ours stopped a refund that everybody thought right. It took three approvals.",
    "Die Kundin wollte nur wissen, wann es weitergeht. Wir haben am selben Tag angerufen.",
    "Ein Kunde hat uns gezeigt, wie er die Liste wirklich benutzt. Das hat unseren Plan geändert.",
    "Un client attendait depuis dix jours. Personne ne savait qui devait répondre.",
    "Nous avons appelé trois clients avant de décider. Cela a pris une heure.",
    "Un cliente nos dijo que el aviso llegaba tarde. Lo cambiamos de hora.",
)
