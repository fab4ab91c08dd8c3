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
skip | Skip to the text | Zum Text springen | Aller au texte | Ir al texto | Vai al testo | Naar de tekst | Neidio i'r testun | Przejdź do tekstu
link to | Link to {title} | Link zu {title} | Lien vers {title} | Enlace a {title} | Link a {title} | Link naar {title} | Dolen i {title} | Odnośnik do: {title}
data for | Data for {name} | Daten zu {name} | Données de {name} | Datos de {name} | Dati di {name} | Gegevens bij {name} | Data ar gyfer {name} | Dane: {name}
described | Data and description of {name} | Daten und Beschreibung zu {name} | Données et description de {name} | Datos y descripción de {name} | Dati e descrizione di {name} | Gegevens en beschrijving bij {name} | Data a disgrifiad o {name} | Dane i opis: {name}
note mark | Note {number} | Anmerkung {number} | Note {number} | Nota {number} | Nota {number} | Noot {number} | Nodyn {number} | Przypis {number}
note back | Back to note {number} in the text | Zurück zu Anmerkung {number} im Text | Retour à la note {number} dans le texte | Volver a la nota {number} en el texto | Torna alla nota {number} nel testo | Terug naar noot {number} in de tekst | Yn ôl at nodyn {number} yn y testun | Powrót do przypisu {number} w tekście
note shut | Close note {number} | Anmerkung {number} schließen | Fermer la note {number} | Cerrar la nota {number} | Chiudi la nota {number} | Noot {number} sluiten | Cau nodyn {number} | Zamknij przypis {number}
code | Code | Code | Code | Código | Codice | Code | Cod | Kod
formula | Formula | Formel | Formule | Fórmula | Formula | Formule | Fformiwla | Wzór
download | Download | Herunterladen: | Télécharger | Descargar | Scarica | Downloaden: | Lawrlwytho | Pobierz
exhibits | Tables and figures | Tabellen und Abbildungen | Tableaux et figures | Tablas y figuras | Tabelle e figure | Tabellen en figuren | Tablau a ffigurau | Tabele i rysunki
whole | The whole report | Der ganze Bericht | Le rapport entier | El informe completo | Il rapporto completo | Het hele rapport | Yr adroddiad cyfan | Cały raport
every file | Every table and figure as a file | Alle Tabellen und Abbildungen als Dateien | Chaque tableau et figure en fichier | Cada tabla y figura como archivo | Ogni tabella e figura come file | Elke tabel en figuur als bestand | Pob tabl a ffigur fel ffeil | Każda tabela i rysunek jako plik
report pdf | The report to print | Der Bericht zum Drucken | Le rapport à imprimer | El informe para imprimir | Il rapporto da stampare | Het rapport om af te drukken | Yr adroddiad i'w argraffu | Raport do druku
report html | The report on one page that works offline | Der Bericht auf einer Seite, auch ohne Internet | Le rapport sur une page, lisible hors ligne | El informe en una página, también sin conexión | Il rapporto su una pagina, anche senza rete | Het rapport op één pagina, ook zonder internet | Yr adroddiad ar un dudalen sy'n gweithio all-lein | Raport na jednej stronie, także bez sieci
report docx | The report for Word | Der Bericht für Word | Le rapport pour Word | El informe para Word | Il rapporto per Word | Het rapport voor Word | Yr adroddiad ar gyfer Word | Raport dla programu Word
report epub | The report as an e-book | Der Bericht als E-Book | Le rapport en livre numérique | El informe como libro electrónico | Il rapporto come e-book | Het rapport als e-boek | Yr adroddiad fel e-lyfr | Raport jako e-book
report tables | All tables as a workbook | Alle Tabellen als Arbeitsmappe | Tous les tableaux en classeur | Todas las tablas en un libro de cálculo | Tutte le tabelle in una cartella di lavoro | Alle tabellen als werkmap | Pob tabl fel llyfr gwaith | Wszystkie tabele jako skoroszyt
bytes | {count} bytes | {count} Bytes | {count} octets | {count} bytes | {count} byte | {count} bytes | {count} beit | {count} B
decimal | . | , | , | , | , | , | . | ,
start | Start reading: | Zum Lesen: | Commencer la lecture : | Empezar a leer: | Inizia a leggere: | Begin met lezen: | Dechrau darllen: | Zacznij czytać:
search | Search | Suche | Recherche | Buscar | Cerca | Zoeken | Chwilio | Szukaj
search label | Search this report | Diesen Bericht durchsuchen | Rechercher dans ce rapport | Buscar en este informe | Cerca in questo rapporto | Zoeken in dit rapport | Chwilio'r adroddiad hwn | Szukaj w tym raporcie
unserved | Search works once these pages are on a web server. | Die Suche geht erst, wenn diese Seiten auf einem Webserver liegen. | La recherche fonctionne une fois ces pages sur un serveur web. | La búsqueda funciona cuando estas páginas están en un servidor web. | La ricerca funziona quando queste pagine sono su un server web. | Zoeken werkt zodra deze pagina's op een webserver staan. | Bydd chwilio'n gweithio pan fydd y tudalennau hyn ar weinydd gwe. | Wyszukiwanie działa, gdy strony są na serwerze WWW.
found one | One page holds “{words}”. | Auf einer Seite steht „{words}“. | Une page contient « {words} ». | Una página contiene «{words}». | Una pagina contiene «{words}». | Eén pagina bevat ‘{words}’. | Mae “{words}” ar un dudalen. | Jedna strona zawiera „{words}”.
found more | {count} pages hold “{words}”. | Auf {count} Seiten steht „{words}“. | {count} pages contiennent « {words} ». | {count} páginas contienen «{words}». | {count} pagine contengono «{words}». | {count} pagina's bevatten ‘{words}’. | Mae “{words}” ar {count} tudalen. | Liczba stron, które zawierają „{words}”: {count}.
found most | {count} pages hold “{words}”, of which {most} are listed. | Auf {count} Seiten steht „{words}“; {most} sind aufgeführt. | {count} pages contiennent « {words} », dont {most} sont listées. | {count} páginas contienen «{words}»; se muestran {most}. | {count} pagine contengono «{words}»; ne sono elencate {most}. | {count} pagina's bevatten ‘{words}’; daarvan staan er {most} in de lijst. | Mae “{words}” ar {count} tudalen; rhestrir {most}. | Liczba stron, które zawierają „{words}”: {count}; na liście: {most}.
found none | No page holds “{words}”. | Auf keiner Seite steht „{words}“. | Aucune page ne contient « {words} ». | Ninguna página contiene «{words}». | Nessuna pagina contiene «{words}». | Geen pagina bevat ‘{words}’. | Nid yw “{words}” ar unrhyw dudalen. | Żadna strona nie zawiera „{words}”.
unread | The search index cannot be read. | Der Suchindex ist nicht lesbar. | L’index de recherche est illisible. | No se puede leer el índice de búsqueda. | L’indice di ricerca non è leggibile. | De zoekindex kan niet worden gelezen. | Ni ellir darllen y mynegai chwilio. | Nie można odczytać indeksu wyszukiwania.
missing | This page is not here | Diese Seite gibt es nicht | Cette page n’existe pas | Esta página no existe | Questa pagina non esiste | Deze pagina is er niet | Nid yw'r dudalen hon yma | Nie ma takiej strony
missing why | The address may be mistyped, or the report may have changed. | Die Adresse ist vielleicht falsch geschrieben, oder der Bericht hat sich geändert. | L’adresse est peut-être mal saisie, ou le rapport a changé. | Puede que la dirección esté mal escrita o que el informe haya cambiado. | L’indirizzo può essere errato, o il rapporto è cambiato. | Misschien is het adres verkeerd getypt, of is het rapport veranderd. | Efallai fod y cyfeiriad yn anghywir, neu fod yr adroddiad wedi newid. | Adres może być błędny albo raport się zmienił.
data | Data: {files} | Daten: {files} | Données : {files} | Datos: {files} | Dati: {files} | Gegevens: {files} | Data: {files} | Dane: {files}
sources | Where the numbers come from | Woher die Zahlen kommen | D’où viennent les chiffres | De dónde vienen las cifras | Da dove vengono i numeri | Waar de cijfers vandaan komen | O ble y daw'r rhifau | Skąd pochodzą liczby
sources how | A number that is underlined with dots leads to what it was made of: | Eine gepunktet unterstrichene Zahl führt zu dem, woraus sie gemacht ist: | Un nombre souligné de points mène à ce dont il est fait : | Una cifra subrayada con puntos lleva a aquello de lo que está hecha: | Un numero sottolineato a puntini porta a ciò di cui è fatto: | Een getal met een stippellijn eronder leidt naar waar het van is gemaakt: | Mae rhif wedi'i danlinellu â dotiau yn arwain at yr hyn y'i gwnaed ohono: | Liczba podkreślona kropkami prowadzi do tego, z czego powstała:
draft one | Draft: 1 error | Entwurf: 1 Fehler | Brouillon : 1 erreur | Borrador: 1 error | Bozza: 1 errore | Concept: 1 fout | Drafft: 1 gwall | Wersja robocza: 1 błąd
draft more | Draft: {count} errors | Entwurf: {count} Fehler | Brouillon : {count} erreurs | Borrador: {count} errores | Bozza: {count} errori | Concept: {count} fouten | Drafft: {count} gwall | Wersja robocza, błędów: {count}
landmarks | Landmarks | Wegmarken | Repères | Puntos de referencia | Punti di riferimento | Oriëntatiepunten | Tirnodau | Punkty orientacyjne
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
