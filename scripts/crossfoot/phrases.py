"""Phrases: what the frame of a report says and no author wrote, in eight languages.

A row holds one phrase: its name, then how each language of the first row says it. A
language that is not there speaks English.
"""

from collections.abc import Mapping
from functools import cache

TABLE = """
name | en | de | fr | es | it | nl | cy | pl
figure | Figure | Abbildung | Figure | Figura | Figura | Figuur | Ffigur | Rysunek
figures | Figures | Abbildungen | Figures | Figuras | Figure | Figuren | Ffigurau | Rysunki
table | Table | Tabelle | Tableau | Tabla | Tabella | Tabel | Tabl | Tabela
tables | Tables | Tabellen | Tableaux | Tablas | Tabelle | Tabellen | Tablau | Tabele
equation | Equation | Gleichung | Équation | Ecuación | Equazione | Vergelijking | Hafaliad | Równanie
equations | Equations | Gleichungen | Équations | Ecuaciones | Equazioni | Vergelijkingen | Hafaliadau | Równania
section | section | Abschnitt | section | sección | sezione | paragraaf | adran | sekcja
sections | sections | Abschnitte | sections | secciones | sezioni | paragrafen | adrannau | sekcje
chapter | chapter | Kapitel | chapitre | capítulo | capitolo | hoofdstuk | pennod | rozdział
chapters | chapters | Kapitel | chapitres | capítulos | capitoli | hoofdstukken | penodau | rozdziały
appendix | appendix | Anhang | annexe | anexo | appendice | bijlage | atodiad | załącznik
appendices | appendices | Anhänge | annexes | anexos | appendici | bijlagen | atodiadau | załączniki
part | part | Teil | partie | parte | parte | deel | rhan | część
parts | parts | Teile | parties | partes | parti | delen | rhannau | części
and | and | und | et | y | e | en | a | i
to | to | bis | à | a | a | tot | i | do
see | See | Siehe | Voir | Véase | Vedi | Zie | Gweler | Zobacz
above | above | oben | ci-dessus | más arriba | sopra | hierboven | uchod | powyżej
references | References | Literatur | Références | Referencias | Riferimenti | Referenties | Cyfeiriadau | Bibliografia
total | Total | Summe | Total | Total | Totale | Totaal | Cyfanswm | Razem
abbreviations | Abbreviations | Abkürzungen | Abréviations | Abreviaturas | Abbreviazioni | Afkortingen | Byrfoddau | Skróty
index | Index | Stichwortverzeichnis | Index | Índice alfabético | Indice analitico | Register | Mynegai | Indeks
contents | Contents | Inhalt | Table des matières | Índice | Indice | Inhoud | Cynnwys | Spis treści
notes | Notes | Anmerkungen | Notes | Notas | Note | Noten | Nodiadau | Przypisy
notes to | Notes to “{title}” | Anmerkungen zu „{title}“ | Notes de « {title} » | Notas de «{title}» | Note a «{title}» | Noten bij ‘{title}’ | Nodiadau i “{title}” | Przypisy do „{title}”
pages | Page {page} of {pages} | Seite {page} von {pages} | Page {page} sur {pages} | Página {page} de {pages} | Pagina {page} di {pages} | Pagina {page} van {pages} | Tudalen {page} o {pages} | Strona {page} z {pages}
previous | Previous | Zurück | Précédent | Anterior | Precedente | Vorige | Blaenorol | Poprzedni
next | Next | Weiter | Suivant | Siguiente | Successivo | Volgende | Nesaf | Następny
downloads | Downloads | Downloads | Téléchargements | Descargas | Download | Downloads | Lawrlwytho | Do pobrania
note | Note | Hinweis | Note | Nota | Nota | Opmerking | Nodyn | Uwaga
tip | Tip | Tipp | Conseil | Consejo | Suggerimento | Tip | Awgrym | Wskazówka
warning | Warning | Warnung | Avertissement | Advertencia | Avvertenza | Waarschuwing | Rhybudd | Ostrzeżenie
important | Important | Wichtig | Important | Importante | Importante | Belangrijk | Pwysig | Ważne
caution | Caution | Vorsicht | Attention | Precaución | Attenzione | Let op | Gofal | Ostrożnie
about | About this publication | Über diese Veröffentlichung | À propos de cette publication | Acerca de esta publicación | Informazioni su questa pubblicazione | Over deze publicatie | Am y cyhoeddiad hwn | O tej publikacji
authors | Authors | Autoren | Auteurs | Autores | Autori | Auteurs | Awduron | Autorzy
publisher | Publisher | Herausgeber | Éditeur | Editor | Editore | Uitgever | Cyhoeddwr | Wydawca
place | Place of publication | Erscheinungsort | Lieu de publication | Lugar de publicación | Luogo di pubblicazione | Plaats van uitgave | Man cyhoeddi | Miejsce wydania
date | Date of publication | Erscheinungsdatum | Date de publication | Fecha de publicación | Data di pubblicazione | Publicatiedatum | Dyddiad cyhoeddi | Data wydania
version | Version | Version | Version | Versión | Versione | Versie | Fersiwn | Wersja
commissioned | Commissioned by | Im Auftrag von | Commandé par | Encargado por | Commissionato da | In opdracht van | Comisiynwyd gan | Na zlecenie
funded | Funded by | Gefördert von | Financé par | Financiado por | Finanziato da | Gefinancierd door | Ariannwyd gan | Finansowanie
licence | Licence | Lizenz | Licence | Licencia | Licenza | Licentie | Trwydded | Licencja
keywords | Keywords | Schlagwörter | Mots-clés | Palabras clave | Parole chiave | Trefwoorden | Geiriau allweddol | Słowa kluczowe
subjects | Subjects | Themen | Sujets | Materias | Soggetti | Onderwerpen | Pynciau | Tematy
contact | Contact | Kontakt | Contact | Contacto | Contatti | Contact | Cyswllt | Kontakt
cite | How to cite | Zitiervorschlag | Comment citer | Cómo citar | Come citare | Citeren als | Sut i ddyfynnu | Jak cytować
corrections | Corrections | Berichtigungen | Corrections | Correcciones | Correzioni | Correcties | Cywiriadau | Sprostowania
corrected | Corrected on {date} | Berichtigt am {date} | Corrigé le {date} | Corregido el {date} | Corretto il {date} | Gecorrigeerd op {date} | Cywirwyd ar {date} | Sprostowano dnia {date}
replaces | replaces version {version} | ersetzt Version {version} | remplace la version {version} | sustituye a la versión {version} | sostituisce la versione {version} | vervangt versie {version} | yn disodli fersiwn {version} | zastępuje wersję {version}
wrong | What was wrong stands in “{title}”, at the end | Was falsch war, steht am Ende unter „{title}“ | Ce qui était faux figure à la fin, sous « {title} » | Lo que era erróneo figura al final, en «{title}» | Ciò che era sbagliato è riportato alla fine, in «{title}» | Wat fout was, staat aan het eind onder ‘{title}’ | Nodir yr hyn a oedd yn anghywir ar y diwedd, yn “{title}” | Co było błędne, podano na końcu w części „{title}”
corrected date | Corrected on | Berichtigt am | Corrigé le | Corregido el | Corretto il | Gecorrigeerd op | Cywirwyd ar | Data sprostowania
corrected old | Published | Veröffentlicht | Publié | Publicado | Pubblicato | Gepubliceerd | Cyhoeddwyd | Opublikowano
corrected new | Right | Richtig | Exact | Correcto | Corretto | Juist | Cywir | Prawidłowo
corrected scale | Scale | Umfang | Ampleur | Alcance | Entità | Omvang | Graddfa | Skala
corrected nature | Nature | Art | Nature | Naturaleza | Natura | Aard | Natur | Rodzaj
corrected cause | Cause | Ursache | Cause | Causa | Causa | Oorzaak | Achos | Przyczyna
corrected where | Where it stood | Stelle | Emplacement | Lugar | Posizione | Plaats | Lleoliad | Miejsce
"""  # noqa: E501 - a row is a phrase in every language
ENGLISH = "en"


@cache
def _languages() -> dict[str, dict[str, str]]:
    head, *rows = (line.split(" | ") for line in TABLE.strip().splitlines())
    return {
        language: {row[0]: row[at] for row in rows}
        for at, language in enumerate(head)
        if at
    }


def _of(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


def spoken(language: str) -> bool:
    """Say whether the frame speaks a language (`de`, `cy-GB`)."""
    return _of(language) in _languages()


def phrases(language: str) -> Mapping[str, str]:
    """Return the phrases of a language by name; English ones for any other."""
    languages = _languages()
    return languages.get(_of(language)) or languages[ENGLISH]
