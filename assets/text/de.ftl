### Every word a person sees, in German.
### Plain, present, short. Sentence case, "du" in lower case. No exclamation marks. Never "soll", never "muss".

app-name = Sunshower

## Rooms
room-tonight = Heute Abend
room-breathe = Atmen
room-journal = Tagebuch
room-insights = Einblicke
room-care = Fürsorge
room-settings = Einstellungen

## Times and days
weekday = { $n ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
}
month = { $n ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}
day-of-this-year = { $weekday }, { $day }. { $month }
day-of-another-year = { $weekday }, { $day }. { $month } { $year }
time-of-day = { $hour }:{ $minute }
time-of-half-day = { $hour }:{ $minute } { $half ->
    [am] AM
   *[pm] PM
}
time-midnight = Mitternacht
decimal = { $whole },{ $part }
month-and-year = { $month } { $year }
day-and-time = { $day }, { $time }
length-minutes = { $minutes } min
length-hours = { $hours } h
length-hours-minutes = { $hours } h { $minutes } min
length-unknown = Länge unbekannt

## Small words
done = Fertig
add = Hinzufügen
remove = Entfernen
undo = Rückgängig

## Right after an evening
over-title = Der Abend ist vorbei
over-line = Sei gut zu dir. Ein Glas Wasser, und sonst ist nichts mehr zu tun.
over-plan = Einen neuen Abend planen
over-journal = Ins Tagebuch

## Tonight
tonight-title = Heute Abend
tonight-title-later = Ein kommender Abend
tonight-watch = Du schaust
tonight-nothing-named = Etwas Bewegendes
tonight-items = { $n ->
    [one] ein Teil
   *[other] { $n } Teile
}
tonight-intention-quoted = „{ $intention }“
tonight-name-film = Benennen
tonight-change-film = Ändern
tonight-intention = Wofür
tonight-room = Raum
tonight-evening = Der Abend
tonight-starts = Beginn: { $start }
tonight-breaks = Pausen: { $breaks }
tonight-aftercare = Ausklang: { $care }
tonight-bedtime = Im Bett: { $bedtime }
tonight-place = Wo: { $place }
tonight-begin = Den Abend beginnen
tonight-keep = Für später vormerken
tonight-delete-plan = Diesen Plan löschen
tonight-new-plan = Ein neuer Plan
tonight-move-plan = Verlegen oder wiederholen
tonight-at-any-time = Anhalten, überspringen, ändern: Das geht jederzeit.
kept-title = Für später vorgemerkt
kept-past = { $when }, vorbei
later-check-in = Momentaufnahme
offer-plus20 = Der Film ist seit etwa zwanzig Minuten zu Ende. Wie ist es jetzt?
offer-plus90 = Der Film ist seit etwa anderthalb Stunden zu Ende. Wie ist es jetzt?
offer-morning = Der Morgen danach. Wie ist es jetzt?
evening-unnamed = Etwas Bewegendes
item-unnamed = Etwas Bewegendes

room-lights = Sanftes Licht
room-candle = Lampe, Kerze
room-music = Leise Musik
room-blanket = Decke, Kissen
room-tissues = Taschentücher
room-water = Etwas zu trinken
room-phone = Telefon weg
room-candle-line = Eine Kerze steht weit weg von Vorhängen und Decken und geht vor dem Schlafen aus.

segment-settle = ankommen
segment-film = Film
segment-film-minutes = Film · { $minutes } min
segment-film-unknown = Film · Länge unbekannt
segment-break = Pause
segment-aftercare = Ausklang
segment-quiet = Ruhe
segment-spoken = { $name }, { $from } bis { $until }
segment-spoken-open = { $name }, ab { $from }

fit-no-bedtime = Film endet um { $ends }
fit-fits = passt: Film endet um { $ends }, im Bett um { $bed }
fit-kept-short = passt, wenn es kurz bleibt: Film endet um { $ends }, im Bett um { $bed }
fit-too-long = passt nicht: { $over } über { $bed } hinaus
fit-bedtime-passed = beginnt erst nach { $bed }
fit-unknown-by = im Bett um { $bed }, wenn der Film bis { $by } endet
fit-unknown = die Länge ist nicht bekannt, und das ist in Ordnung
later-both = Momentaufnahmen, wenn du magst: { $plus20 } und { $plus90 }.
later-first = Momentaufnahme, wenn du magst: { $plus20 }. Die um { $plus90 } läge nach der Schlafenszeit: dann am Morgen.
later-none = Die späteren Momentaufnahmen lägen nach der Schlafenszeit: stattdessen am nächsten Morgen.

## Parts of the plan
items-title = Was läuft
items-line = Ein Name und eine Länge genügen, und nötig ist beides nicht.
items-number = { $n }
items-name = Name
items-name-hint = Name, wenn du magst
items-length = Länge
items-length-hint = Länge
items-add = Noch etwas dazu
items-recent = Schon einmal gesehen
suggested-title = { $name } ({ $year })
suggested-about = aus dem Regal
item-film = Film
item-episode = Folge
item-short = Kurzfilm
length-5-less = −5
length-1-less = −1
length-1-more = +1
length-5-more = +5
length-not-understood = Das ist noch keine Länge. Sie kann aussehen wie 93, 1:33 oder 1 h 33. Bis dahin gilt die letzte.
length-too-short = Eine Länge ist mindestens eine Minute. Bis dahin gilt die letzte.
length-too-long = Das ist länger als ein ganzer Tag. Bis dahin gilt die letzte.

start-title = Wann
start-now = jetzt
start-now-choice = Jetzt
start-at-choice = Zu einer anderen Zeit
start-day = Tag
start-time = Uhrzeit
start-keep = Vormerken
start-past = Diese Zeit ist vorbei. Beginnen geht trotzdem.

breaks-title = Pausen
breaks-any-time = Eine Pause ist immer einen Tastendruck entfernt. Das hier erinnert nur daran, in einer leisen Zeile.
breaks-none = keine
breaks-between = zwischen den Teilen
breaks-every = alle { $minutes } min
breaks-every-some = in Abständen
breaks-every-name = Minuten zwischen den Pausen
breaks-at-marks = { $n ->
    [0] keine
    [one] eine
   *[other] { $n }
}
breaks-at-some = an bestimmten Stellen
breaks-at-minute = Minute { $minute }
breaks-mark-name = Filmminute
breaks-in-item = In welchem Teil
breaks-add-mark = Pause hinzufügen

aftercare-plan-title = Ausklang
aftercare-plan-line = Was täte nach dem Film gut?
aftercare-own = Etwas Eigenes
aftercare-open = wie es kommt
care-bath = Ein Bad oder eine Dusche
care-stretch = Yoga oder Dehnen
care-book = Ein Buch
care-tea = Tee
care-bed = Gleich ins Bett

bedtime-title = Schlafenszeit
bedtime-line = Der Abend richtet sich danach.
bedtime-none = irgendwann
bedtime-none-choice = Heute keine Schlafenszeit
bedtime-name = Im Bett um

place-title = Wo es läuft
place-question = Wo läuft es?
place-line = Damit die Tasten dort wirken, wo du sie brauchst.
place-unasked = noch offen
place-this = dieser Bildschirm
place-another = anderer Bildschirm
place-elsewhere = woanders
place-this-about = Die Tasten gehören dem Film. Tränen lassen sich danach eintragen.
place-another-about = Sunshower bleibt neben dem Film im Blick.
place-elsewhere-about = Im Kino, zu Besuch auf einem Sofa, im Zug.

intention-title = Wofür ist dieser Abend da?
intention-line = Eine Zeile ist reichlich. Es ist in Ordnung, wenn keine Tränen kommen.
intention-name = Wofür dieser Abend
intention-hint = Zum Beispiel: die Woche loslassen

## Check-in
check-in-title = Wie ist es jetzt?
check-in-then = Wie war es?
check-in-then-line = { $when } · { $moment }
check-in-before = Vor dem Film. Zehn Sekunden, oder einfach überspringen.
check-in-after = Gleich danach ist man oft gedrückter. Später wird es vielleicht leichter.
check-in-plus20 = Etwa zwanzig Minuten nach dem Film.
check-in-plus90 = Etwa anderthalb Stunden nach dem Film.
check-in-morning = Der Morgen danach.
check-in-free = Zum Hinschauen ist jede Zeit gut.
check-in-words = Wörter, falls welche passen
check-in-own = Ein eigenes Wort
check-in-keep = Festhalten
check-in-skip = Jetzt nicht
check-in-delete = Diese Momentaufnahme löschen
pleasant-name = Wie angenehm
pleasant-low = unangenehm
pleasant-high = angenehm
stirred-name = Wie aufgewühlt
stirred-low = ruhig
stirred-high = aufgewühlt
slider-unset = noch offen
stepper-back = { $name }: zurück
stepper-on = { $name }: weiter
last-time = blasse Linien: beim letzten Mal
before-the-film = blasse Linien: vor dem Film

word-moved = berührt
word-sad = traurig
word-peaceful = friedlich
word-tender = zart
word-lonely = einsam
word-worn-out = ausgelaugt
word-grateful = dankbar
word-relieved = erleichtert
word-hopeful = hoffnungsvoll
word-cheerful = heiter
word-empty = leer
word-anxious = ängstlich
word-angry = wütend
word-overwhelmed = überwältigt
word-tired = müde
word-nothing-much = nichts Besonderes

moment-before = Vor dem Film
moment-after = Direkt danach
moment-plus20 = 20 Minuten später
moment-plus90 = 90 Minuten später
moment-morning = Am nächsten Morgen
moment-free = Momentaufnahme

## Watching
watching-item-of = { $name } · { $n } von { $count }
watching-ends = { $now } · endet gegen { $ends }
watching-minute = Minute { $minute }
watching-by-hand = von Hand gestartet
watching-paused = angehalten
watching-ready = Wenn du so weit bist
watching-ready-next = Der nächste Teil, wenn du so weit bist
watching-ready-line = Erst den Film starten, dann OK drücken.
watching-start = Der Film läuft
watching-go-on = Der Film läuft weiter
watching-tears = Tränen
watching-break = Ich brauche eine Pause
watching-over = Der Film ist zu Ende
watching-next = Dieser Teil ist zu Ende
watching-break-take = Jetzt Pause
watching-break-later = In { $n } Minuten
watching-break-at-end = Am Ende
watching-break-not = Heute nicht
watching-break-now = Ungefähr hier war eine Pause geplant. Nehmen, verschieben oder vorbeiziehen lassen.
watching-break-in = { $n ->
    [0] gleich Pause
    [one] Pause in einer Minute
   *[other] Pause in { $n } Minuten
}
watching-hint-start = OK: Uhr starten · Pfeil runter: Pause · Zurück: mehr
watching-hint-paused = OK: weiter · Pfeil runter: Pause · Zurück: mehr
watching-hint-short = Pfeil runter: Pause · Zurück: mehr
watching-hint-shortest = Zurück: mehr
watching-hint = OK: Tränen · Pfeil runter: Pause · Zurück: rückgängig, anhalten, reden

menu-running = Die Filmuhr läuft.
menu-standing = Die Filmuhr steht.
menu-go-on = Weiter
menu-back = Zurück
menu-undo = Die letzten Tränen zurücknehmen
menu-undo-at = Tränen bei Minute { $minute } zurücknehmen
menu-pause = Filmuhr anhalten
menu-start = Filmuhr starten
menu-back-30 = 30 s zurück
menu-on-30 = 30 s vor
menu-not-over = Der Teil davor war noch nicht zu Ende
menu-abandon = Heute doch nicht
menu-enough = Genug für heute
menu-leave = Sunshower verlassen

## Break
break-breathe = Atmen
break-stretch = Dehnen
break-walk = Gehen
break-back = Zurück zum Film
break-on = Weiter
break-film-waits = Der Film wartet. Bleib, solange du magst.
break-next-waits = Der nächste Teil wartet. Bleib, solange du magst.
break-only-what-is-kind = Nur, was guttut. Hier läuft keine Uhr mit.
helped-easier = Leichter
helped-same = Genauso
helped-harder = Schwerer
break-sip = Trinken
break-sit = Nur sitzen
break-choices = Atem und Klang
break-helped = Wie ist es jetzt?
break-evening-waits = Der Film ist zu Ende. Bleib, solange du magst.
break-pace-ended = { $n ->
    [one] Das war ein Atemzug, und für jetzt genug in diesem Rhythmus.
   *[other] Das waren { $n } Atemzüge, und für jetzt genug in diesem Rhythmus.
}
sit-title = Nichts zu tun
sit-line = Atmen, wie es kommt. Weinen ist in Ordnung, nicht weinen auch.
sip-title = Ein paar Schlucke
sip-line = Wasser, Tee, was gerade dasteht. Ganz langsam.
walk-title = Ein paar Schritte
walk-room = Einmal durch die Zimmer, so langsam du magst.
walk-water = In die Küche, auf ein Glas Wasser.
walk-window = An ein Fenster, auf einen Blick in den Himmel.
walk-back = Der Weg zurück zum Film bleibt hier, bis du wiederkommst.
stretch-next = Noch eine Übung
stretch-shoulders = Schultern sinken lassen
stretch-shoulders-how = Beide Schultern zu den Ohren heben, dann beim langsamen Ausatmen sinken lassen.
stretch-neck = Ohr zur Schulter
stretch-neck-how = Den Kopf sanft zu einer Seite neigen, dort ruhen lassen, dann zur anderen.
stretch-arms-up = Arme lang nach oben
stretch-arms-up-how = Beide Arme nach oben schweben lassen, die Finger verschränkt oder frei, und ein wenig wachsen.
stretch-hug = Dich selbst umarmen
stretch-hug-how = Die Arme um dich legen und den oberen Rücken rund werden lassen.
stretch-chest = Die Brust öffnen
stretch-chest-how = Im Stehen die Hände hinter dem Rücken zusammenführen und die Ellbogen sanft nach hinten ziehen.
stretch-twist = Eine sanfte Drehung
stretch-twist-how = Eine Hand ans gegenüberliegende Knie, die Brust sanft zur Seite drehen, dann wechseln.
stretch-side = Zur Seite neigen
stretch-side-how = Im Stehen einen Arm über den Kopf führen und dich neigen wie ein Baum, dann wechseln.
stretch-fold = Nach vorn hängen lassen
stretch-fold-how = Im Sitzen den Oberkörper über die Beine sinken lassen, die Arme hängen lassen und langsam wieder hochkommen.

## Breathing
breathe-in = Einatmen
breathe-top-up = Noch ein wenig
breathe-hold = Halten
breathe-out = Ausatmen
breathe-line = Leichte Atemzüge, keine großen · Atemzug { $n } · { $time }
breathe-easy = Leichte Atemzüge, keine großen.
breathe-title = Atmen
breathe-about = Langsam, angenehm, gleichmäßig. Durch die Nase oder den Mund.
breathe-ended = { $n ->
    [one] Das war ein Atemzug. Bleib, solange du magst.
   *[other] Das waren { $n } Atemzüge. Bleib, solange du magst.
}
breathe-care = Im Sitzen oder Liegen. Wenn dir schwindlig oder unwohl wird oder es kribbelt: aufhören und atmen, wie es dir guttut. Nicht am Steuer und nicht im Wasser.
breathe-start = Beginnen
breathe-again = Noch einmal
breathe-stop = Das genügt
breath-pattern = Welcher Rhythmus
breath-length = Wie lange
breath-until-i-stop = bis ich aufhöre
breath-look = Wie es aussieht
breath-look-still = Jetzt bewegt sich nichts: Wort, Zahl und ein Balken. Das ist in den Einstellungen so gewählt.
breath-true-black = Reines Schwarz dahinter, auch in Pausen
look-circle = Kreis
look-tide = Gezeiten
look-light = Licht
sound-title = Klang
sound-none = Stille
sound-rain = Regen
sound-brown = sanftes Rauschen
sound-pad = langsame Töne
sound-cues = Ein leiser Ton zum Einatmen, ein anderer zum Ausatmen
sound-volume = Lautstärke { $percent } %
sound-volume-name = Lautstärke
sound-fails = Hier gibt es nichts, womit sich Ton abspielen ließe, darum bleibt es still.
awake-fails = Der Rechner ließ sich nicht wach halten, darum wird der Bildschirm vielleicht von selbst dunkel.
music = Leise Musik
pattern-line = { $name } · { $timing }
pattern-longer-out = Länger ausatmen
pattern-equal = Gleichmäßig, fünf und fünf
pattern-coherent = Gleichmäßig und langsamer
pattern-sigh = Zweimal ein, seufzend aus
pattern-box = Quadrat
pattern-four-seven-eight = Vier, sieben, acht
pattern-note-hold = Nur für dieses Mal gewählt. Bei Schwangerschaft oder bei Herz-, Lungen- oder Anfallsleiden das Halten auslassen, außer mit ärztlichem Einverständnis.
pattern-note-stop = Nur für dieses Mal gewählt, und { $n } Atemzüge genügen. Bei Schwangerschaft oder bei Herz-, Lungen- oder Anfallsleiden das Halten auslassen, außer mit ärztlichem Einverständnis.
timing-in = { $secs } ein
timing-top-up = { $secs } dazu
timing-hold = { $secs } halten
timing-out = { $secs } aus
pattern-add = Eigenen anlegen
pattern-change = Diesen ändern
pattern-new = Ein eigener Rhythmus
pattern-edit = Rhythmus ändern
pattern-name = Name
pattern-name-hint = etwa „vor dem Schlafen“
pattern-not-kept = So lässt er sich noch nicht behalten. Warum, steht weiter oben.
pattern-no-name = Es fehlt noch ein Name, damit du ihn wiederfindest.
pattern-timing = Takt
pattern-in = Einatmen
pattern-top-up = Noch ein wenig einatmen
pattern-hold = Halten, voll
pattern-out = Ausatmen
pattern-rest = Halten, leer
pattern-part-none = gar nicht
pattern-part-secs = { $secs } s
pattern-odd-breath = Ein- und Ausatmen dauern je 1,5 bis 15 Sekunden.
pattern-odd-hold = Das Halten dauert eine halbe bis 10 Sekunden oder fällt weg.
pattern-odd-top-up = Das zweite Einatmen dauert eine halbe bis 3 Sekunden oder fällt weg.
pattern-odd-fast = Ein ganzer Atemzug dauert mindestens 5 Sekunden. Ein schnellerer würde dich aufwühlen.
pattern-keep = Behalten
pattern-delete = Diesen Rhythmus löschen

## After
tears-title = Wie waren die Tränen?
tears-line = Auch ein Abend ohne Tränen ist ein guter Abend, ihm fehlt nichts. Jede Antwort hier darf offen bleiben.
tears-line-marked = Hier kann jede Antwort offen bleiben.
tears-none = Heute keine
tears-none-then = Keine Tränen
tears-welled-up = Feuchte Augen
tears-few = Ein paar
tears-wept = Geweint
tears-sobbed = Geschluchzt
tears-kinds = Sie waren, soweit du es sagen kannst
tears-marks = { $n ->
    [0] Im Film sind keine Tränen festgehalten.
    [one] Im Film ist ein Moment festgehalten.
   *[other] Im Film sind { $n } Momente festgehalten.
}
tears-remove = Moment ohne Minute entfernen
tears-remove-at = Minute { $minute } entfernen
tears-remove-more-at = { $n }. Markierung bei Minute { $minute } entfernen
tears-remove-more = { $n }. Moment ohne Minute entfernen
tears-add = Tränen nachtragen
tears-add-now = Hinzufügen
tears-in-item = In welchem Teil
tears-minute = Filmminute
tears-no-minute = ohne Minute
tears-done = Weiter
kind-sad = Traurig
kind-moved = Gerührt
kind-joyful = Freudig
kind-relieved = Erleichtert
kind-angry = Wütend
kind-mixed = Gemischt
feel-question = Verglichen mit vorher ist es
feel-lighter = Leichter
feel-same = Genauso
feel-heavier = Schwerer
chips-question = Vielleicht stimmt auch
chip-with-someone = Jemand war bei mir
chip-held-back = Ich hielt mich zurück
chip-embarrassed = Es war mir peinlich
chip-makes-sense = Etwas ist jetzt klarer

company-alone = Allein
company-with-someone = Mit jemandem
company-therapy = In der Therapie
company-elsewhere = Woanders
reason-loneliness = Einsamkeit
reason-powerlessness = Gefühl der Ohnmacht
reason-overload = Zu viel auf einmal
reason-harmony = Nähe, Schönheit
reason-media = Gesehenes oder Gehörtes
reason-other = Etwas anderes

aftercare-title = Jetzt ganz sacht
aftercare-water = Ein Glas Wasser.
aftercare-face = Kühles Wasser fürs Gesicht.
aftercare-chosen = Dann, wie du es wolltest: { $care }.
aftercare-candle = Die Kerze geht vor dem Schlafen aus.
aftercare-prompt = Wie weit bist du gekommen?
aftercare-prompt-hint = Eine Zeile, oder gar nichts
aftercare-joy = Eine kleine Freude für die nächsten Tage: Menschen, Natur, etwas Neues
aftercare-joy-hint = Zum Beispiel: am Sonntag Ana anrufen
aftercare-later-both = Falls du noch auf bist: Momentaufnahmen gibt es hier ab { $first } und ab { $second }.
aftercare-later-one = Falls du noch auf bist: Eine Momentaufnahme gibt es hier ab { $second }.
aftercare-close = Der Abend ist zu Ende

## An interrupted evening
found-title = Ein Abend wurde unterbrochen
found-line = { $name }. Zuletzt gesehen: { $seen }.
found-kept = { $n ->
    [0] Alles, was du bis dahin gesagt hast, ist noch da.
    [one] Alles bis dahin ist noch da, auch ein festgehaltener Moment mit Tränen.
   *[other] Alles bis dahin ist noch da, auch { $n } festgehaltene Momente mit Tränen.
}
found-stopped = Der Film blieb stehen: Minute { $minute }
found-went-on = Der Film lief weiter: Minute { $minute }
found-ended = Er endete gegen { $time }
found-ended-seen = Er endete um { $time }, als er zuletzt zu sehen war
found-still-on = Er läuft noch
found-did-not-happen = Er fand nicht statt
found-go-on = Weiter

## Leaving
quit-title = Sunshower verlassen?
quit-evening-runs = Dein Abend bleibt erhalten. Wenn du wiederkommst, geht er dort weiter, wo er gerade ist.
quit-evening-not-kept = Dein Abend bleibt nicht erhalten: Der Ordner lässt sich nur lesen.
quit-not-saved = Etwas ist noch nicht gespeichert. Wenn du jetzt gehst, kann es verloren gehen.
quit-stay = Bleiben
quit-leave = Verlassen

## Saved, or not
status-saved = Gespeichert { $time }
status-saving = Wird gespeichert
status-not-saved = Nicht gespeichert
status-read-only = Nur lesbar
not-saved-short = Nicht gespeichert: { $reason }. Alles ist noch hier.
not-saved = Nicht gespeichert: { $reason }.
not-saved-kept = Alles, was du gesagt hast, ist noch hier, und was schon gespeichert war, bleibt unberührt.
save-again = Noch einmal versuchen
copy-elsewhere = Kopie woanders ablegen
copied-to = Eine Kopie von allem liegt in { $path }.
not-copied = Es ließ sich keine Kopie woanders ablegen: { $reason }.
no-backup = Heute ließ sich keine Sicherung anlegen: { $reason }. Was du sagst, wird trotzdem gespeichert.
reason-disk-full = Der Datenträger ist voll
reason-read-only = Der Ordner lässt sich nur lesen
reason-no-permission = Schreiben ist dort nicht erlaubt
reason-missing = Der Ordner ist weg
reason-changed = Etwas anderes hat die Datei geändert
reason-read-back = Der Datenträger gab etwas anderes zurück, als geschrieben wurde
reason-unread = { $file } ist da, lässt sich aber gerade nicht lesen
reason-backup-gone = Die Sicherung lässt sich nicht mehr lesen
reason-not-read = Es ließ sich nicht lesen ({ $words })
reason-in-words = { $words }
read-only-disk = Du kannst dein Tagebuch lesen, aber nicht ändern: Der Datenträger, auf dem es liegt, lässt kein Schreiben zu.
read-only-permission = Du kannst dein Tagebuch lesen, aber nicht ändern: Dir fehlt die Erlaubnis, in seinem Ordner zu schreiben.
read-only-no-lock = Du kannst dein Tagebuch lesen, aber nicht ändern: Es ist nicht sicher, dass nichts anderes darin schreibt ({ $reason }).
read-only-newer = Ein neueres Sunshower hat dieses Tagebuch geschrieben (Version { $version }). Hier kannst du es lesen, aber nicht ändern. Aktualisiere Sunshower, um darin zu schreiben.
read-only-kept = Nichts von dem, was du jetzt hier tust, wird gespeichert.
read-only-beside = Was du jetzt sagst, bleibt auf diesem Rechner und kommt in dein Tagebuch, sobald es sich wieder ändern lässt.
draft-damaged = Hier liegt ein unterbrochener Abend, der sich nicht lesen lässt. Er bleibt, wie er ist, und wird nicht gelöscht.
draft-newer = Hier liegt ein unterbrochener Abend, den ein neueres Sunshower begonnen hat. Er bleibt, wie er ist. Aktualisiere Sunshower, um mit ihm weiterzumachen.
notice-plan-kept = Für später vorgemerkt.
notice-deleted = Gelöscht.
notice-brought-back = Es ist wieder da.
notice-erasing = Wird endgültig gelöscht, hier und in den Sicherungen.
notice-erased = Endgültig gelöscht.
notice-chosen = Behalten. Jetzt gibt es nur noch eine Fassung.

## What is wrong with a file
problems = { $n ->
    [one] Mit einer Datei stimmt etwas nicht. Sie bleibt, wie sie ist, und alles andere ist da.
   *[other] Mit { $n } Dateien stimmt etwas nicht. Sie bleiben, wie sie sind, und alles andere ist da.
}
problems-more = { $n ->
    [one] Und noch eine: „sunshower check“ nennt sie alle.
   *[other] Und noch { $n }: „sunshower check“ nennt sie alle.
}
problems-backup = Was vorher darin stand, ist vielleicht in einer Sicherung.
problems-to-backups = Sicherungen
problems-newer-parts = { $n ->
    [one] In einer Datei hat ein neueres Sunshower etwas geschrieben, das hier nicht bekannt ist. Es bleibt, wie es ist, und alles andere wird gezeigt.
   *[other] In { $n } Dateien hat ein neueres Sunshower etwas geschrieben, das hier nicht bekannt ist. Es bleibt, wie es ist, und alles andere wird gezeigt.
}
problem-empty = { $file }: Darin steht nichts. Die Datei bleibt, wie sie ist. Falls eine Sicherung oder ein anderer Rechner sie noch hat, kopiere sie von dort zurück.
problem-cut-short = { $file }: Die Datei bricht in Zeile { $line } ab. Sie bleibt, wie sie ist. Falls eine Sicherung oder ein anderer Rechner sie ganz hat, kopiere sie von dort zurück.
problem-not-ron = { $file }: Ab Zeile { $line }, Spalte { $column } lässt sich die Datei nicht lesen ({ $what }). Sie bleibt, wie sie ist. Mit einem Texteditor kannst du sie in Ordnung bringen.
problem-nul-bytes = { $file }: Die Datei enthält Nullbytes, wie nach manchen Abstürzen. Sie bleibt, wie sie ist. Falls eine Sicherung oder ein anderer Rechner sie noch hat, kopiere sie von dort zurück.
problem-not-text = { $file }: Das ist kein Text. Die Datei bleibt, wie sie ist.
problem-wrong-format = { $file }: Die Datei nennt sich „{ $found }“, und das gehört nicht hierher. Sie bleibt, wie sie ist.
problem-newer-version = { $file }: Ein neueres Sunshower hat die Datei geschrieben (Version { $version }). Sie bleibt, wie sie ist. Aktualisiere Sunshower, um zu sehen, was darin steht.
problem-newer-parts = { $file }: Ein neueres Sunshower hat etwas geschrieben, das hier nicht bekannt ist ({ $what }). Alles andere wird gezeigt, und dieser Teil bleibt, wie er ist.
problem-cannot-read = { $file }: Das System ließ das Lesen nicht zu ({ $reason }). Die Datei bleibt, wie sie ist.
problem-bad-record = { $file }: Ein Eintrag nahe Zeile { $line } ist nicht zu verstehen ({ $what }). Die anderen werden gezeigt, und dieser bleibt, wie er ist.
problem-wrong-month = { $file }: Ein Eintrag vom { $day } liegt in der Datei eines anderen Monats. Er wird gezeigt, und die Datei bleibt, wie sie ist.
problem-bad-value = { $file }: { $what } liegt außerhalb des Möglichen. Gezeigt wird, was dem am nächsten kommt; in der Datei bleibt es, wie es ist, bis du es änderst.
problem-unknown-file = { $file }: Diese Datei kennt Sunshower nicht. Sie bleibt, wie sie ist.

## The folder
folder-opening = Dein Tagebuch wird geöffnet.
closed-title = Dein Tagebuch ließ sich nicht öffnen
closed-title-not-found = Dein Tagebuch ist gerade nicht da
closed-title-in-use = Sunshower ist schon geöffnet
closed-not-found = Bisher war es in { $folder }, und jetzt ist dort nichts. Liegt es auf einem eigenen Laufwerk oder im Netz, stell die Verbindung her und versuch es noch einmal.
closed-not-a-folder = { $folder } ist eine Datei. Ein Tagebuch braucht einen eigenen Ordner.
closed-not-ours = In { $folder } liegen andere Dinge und kein Tagebuch. Wähle einen leeren Ordner oder den, in dem dein Tagebuch ist.
closed-marker-missing = Die Dateien des Tagebuchs sind in { $folder }, aber sunshower-vault.ron fehlt. Falls der Ordner noch kopiert oder abgeglichen wird, warte und versuch es noch einmal.
closed-marker-damaged = sunshower-vault.ron in { $folder } lässt sich nicht lesen. Deine Monate sind noch da. Eine Sicherung kann die Datei zurückbringen.
closed-marker-changed = In { $folder } liegt ein anderes Tagebuch als bisher. Falls du das so meinst, nenne seinen Ordner mit --data-dir.
closed-in-use = Ein anderes Fenster hat { $folder } geöffnet. Zwei zugleich könnten einander überschreiben.
closed-unreadable = { $folder } lässt sich nicht lesen: { $reason }.
closed-nothing-changed = Es wurde nichts geändert.
open-again = Noch einmal versuchen
folder-backup = Eine Sicherung zurückholen
vanished-title = Ein Teil deines Tagebuchs fehlt
vanished-records = { $n ->
    [one] Ein Eintrag war beim letzten Mal da und ist es jetzt nicht.
   *[other] { $n } Einträge waren beim letzten Mal da und sind es jetzt nicht.
}
vanished-files = { $n ->
    [one] Diese Datei ist weg: { $files }.
   *[other] Diese Dateien sind weg: { $files }.
}
vanished-files-and-more = Diese Dateien sind weg: { $files } und noch { $n }.
vanished-nothing-written = Falls der Ordner noch kopiert oder abgeglichen wird, warte und schau noch einmal nach. Bevor du antwortest, wird nichts geschrieben.
vanished-look-again = Noch einmal nachsehen
vanished-accept = Es ist richtig so

## Settings
settings-title = Einstellungen
settings-look = Aussehen
theme-dusk = Dämmerung
theme-morning = Morgen
theme-contrast = Hoher Kontrast
settings-language = Sprache
settings-as-system = Wie am Rechner eingestellt
settings-clock = Uhr
settings-clock-24 = 20:30
settings-clock-12 = 8:30 PM
settings-text = Textgröße
settings-text-percent = Text { $percent } %
settings-reduced-motion = Nichts bewegt sich, auch beim Atmen nicht
settings-motion-of-desktop = So ist dieser Rechner eingestellt.
settings-fullscreen = Im Vollbild starten
settings-days = Tage
settings-day-starts-name = Wann ein Tag beginnt
settings-day-starts = Ein Tag beginnt um { $time }
settings-day-starts-line = Bis dahin zählt noch der Tag davor. Was schon gespeichert ist, bleibt bei seinem Tag.
settings-data = Deine Daten
settings-data-line = Alles bleibt auf diesem Rechner, als Textdateien, die du lesen kannst, in
settings-saved = Zuletzt gespeichert: { $when }.
settings-saving = Wird gespeichert.
settings-nothing-to-save = Alles ist gespeichert.
settings-trash = { $n ->
    [0] Papierkorb, leer
    [one] Papierkorb, ein Eintrag
   *[other] Papierkorb, { $n } Einträge
}
settings-backups = Sicherungen
settings-demo = Das ist ein erfundenes Tagebuch. Dein eigenes bleibt unberührt.
settings-toggle-fullscreen = Vollbild an oder aus
settings-quit = Sunshower verlassen

## Check
check-evenings = Abende: { $n }
check-check-ins = Momentaufnahmen: { $n }
check-tears = Tränen: { $n }
check-planned = Vorgemerkt: { $n }
## Journal

journal-title = Tagebuch
journal-check-in-now = Neue Momentaufnahme
journal-log-tears = Tränen eintragen
journal-empty = Noch ist hier nichts. Abende, Momentaufnahmen und Tränen sammeln sich hier, Tag für Tag.
journal-marked = Tränen festgehalten
journal-not-answered = nicht beantwortet
journal-no-time = ohne Uhrzeit
journal-check-in = { $moment }: { $words }
journal-tears = Tränen
journal-reflection = Gedanke: { $text }
journal-reflection-empty = Gedanke
journal-write = Etwas schreiben
journal-letter = Ein Brief an niemanden
journal-letter-row = Brief: { $text }
journal-add-evening = Abend nachtragen
journal-nothing-today = Heute nichts zu notieren
journal-more = Mehr
journal-narrow = Eingrenzen
journal-search = Suchen
journal-search-hint = ein Titel, ein Wort, etwas Geschriebenes
journal-all = Alles
journal-evenings = Abende
journal-check-ins = Momentaufnahmen
journal-outside = Tränen außerhalb der Abende
journal-words = Geschriebenes
journal-joys = Kleine Freuden
journal-with-tears = Mit Tränen
journal-with-note = Mit Notiz
journal-mood-low = Unangenehm
journal-mood-middle = Dazwischen
journal-mood-high = Angenehm
journal-nothing-found = So etwas steht nicht im Tagebuch.
journal-clear = Alles zeigen
journal-count = { $n ->
    [one] Ein Eintrag
   *[other] { $n } Einträge, neueste zuerst
}
journal-joy = Kleine Freude: { $text }
journal-back = Zurück

## One evening of the past

evening-page-times = { $from } bis { $until }
evening-page-from = ab { $from }
evening-page-length-unknown = Länge unbekannt
evening-page-item = { $length } · umbenennen
evening-page-name = Titel
evening-page-name-hint = Was du gesehen hast
evening-page-intention = Wofür dieser Abend war
evening-page-how = Wie es war
evening-page-tears = Die Tränen
evening-page-welled = Die feuchten Augen sind festgehalten und zählen nicht als Tränen.
evening-page-kinds = Was für Tränen es waren
evening-page-feel = Verglichen mit vorher
evening-page-chips = Was sonst noch stimmte
evening-page-marks = Tränen im Film
evening-page-mark = Moment { $n }
evening-page-mark-minute = Filmminute von Moment { $n }
evening-page-no-marks = Während er lief, wurden keine festgehalten.
evening-page-removed = { $mark }, entfernt
evening-page-put-back = Zurückholen
evening-page-mark-in = { $name }, { $minute }
evening-page-add-tears = Tränen nachtragen
evening-page-check-ins = Momentaufnahmen
evening-page-pleasant = angenehm { $n } von 100
evening-page-stirred = aufgewühlt { $n } von 100
evening-page-breaks = Pausen
evening-page-break-at = Pause um { $time }:
evening-page-break-minutes = { $minutes ->
    [0] weniger als eine Minute
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}
evening-page-words = Was du geschrieben hast
evening-page-open = öffnen
evening-page-joy = Kleine Freude
evening-page-joy-happened = Es kam dazu.
evening-page-joy-not-yet = Es kam nicht dazu, und das ist in Ordnung.
evening-page-delete = Diesen Abend löschen

## Tears, described

cry-title = Tränen
cry-line = Eingetragen für { $day }. Ergänze, was du magst, oder nichts.
cry-how-much = Wie sehr
cry-kinds = Was für Tränen es waren
cry-company = Wo, oder mit wem
cry-reason = Worum es ging
cry-how-long = Wie lange
cry-not-said = nicht gesagt
cry-day = Der Tag
cry-in-film = Wo im Film
cry-item = In welchem Teil
cry-minute = Filmminute
cry-at-minute = Minute { $minute }
cry-no-minute = ohne Minute
cry-no-minute-choice = Minute offen lassen
cry-note = In deinen eigenen Worten
cry-note-hint = So viel oder so wenig du magst
cry-slip = Das war ein Versehen

## A reflection

reflection-title = Rückblick
reflection-name = Was du geschrieben hast
reflection-hint = So viel oder so wenig du magst
reflection-delete = Diesen Gedanken löschen

## Insights

insights-title = Einblicke
insights-empty = Noch ist hier nichts. Nach einem Abend oder einer Momentaufnahme erscheinen Punkte.
insights-month = Monat
insights-three-months = 3 Monate
insights-year = Jahr
insights-everything = alles
insights-date = { $day }. { $month }
insights-date-of-another-year = { $day }. { $month } { $year }
insights-short-date = { $day }. { $month }
insights-short-month = { $n ->
    [1] Jan
    [2] Feb
    [3] Mär
    [4] Apr
    [5] Mai
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Okt
    [11] Nov
   *[12] Dez
}

## The chart of mood

mood-title = Stimmung
mood-closer = Stimmung genauer ansehen
mood-none = Keine Momentaufnahmen in dieser Zeit.
mood-dots-only = { $n ->
    [one] Eine Momentaufnahme
   *[other] { $n } Momentaufnahmen
}, nur Punkte, bis es zehn sind
mood-far-apart = { $n } Momentaufnahmen, zu weit auseinander für eine Linie
mood-with-line = { $n } Momentaufnahmen mit einer 7-Tage-Linie
mood-dot = { $when }
    { $height } von 100
mood-summary-one = Eine Momentaufnahme, am { $first }, bei { $median }; 0 ist unangenehm, 100 angenehm.
mood-summary-one-day = { $n } Momentaufnahmen am { $first } liegen zwischen { $lowest } und { $highest }; 0 ist unangenehm, 100 angenehm.
mood-summary-dots = { $n } Momentaufnahmen vom { $first } bis zum { $last } liegen zwischen { $lowest } und { $highest }, die mittlere bei { $median }; 0 ist unangenehm, 100 angenehm.
mood-summary-line = { $n } Momentaufnahmen vom { $first } bis zum { $last } liegen zwischen { $lowest } und { $highest }; 0 ist unangenehm, 100 angenehm. Die Linie beginnt bei { $begins } und endet bei { $ends }.

## The chart of tears

crying-chart-title = Tränen
tears-closer = Tränen genauer ansehen
crying-chart-per-week = pro Woche
crying-chart-per-month = pro Monat
crying-chart-nothing-known = Von dieser Zeit ist nichts bekannt.
crying-chart-none = Keine Tränen eingetragen in dieser Zeit
crying-chart-inside = { $inside } an Abenden
crying-chart-outside = { $outside } außerhalb der Abende (umrandet)
crying-chart-both = { $inside } an Abenden, { $outside } außerhalb (umrandet)
crying-chart-week-from = Woche ab dem { $day }
crying-chart-weeks = { $n ->
    [one] einer Woche
   *[other] { $n } Wochen
}
crying-chart-months = { $n ->
    [one] einem Monat
   *[other] { $n } Monaten
}
crying-chart-in-week-from = in der Woche ab dem { $day }
crying-chart-in-month = im { $month }
crying-chart-summary-none = In { $time } ist zu { $known } von { $days } Tagen etwas bekannt.
crying-chart-summary-one = In { $time } kamen einmal Tränen, { $when }.
crying-chart-summary-once-each = In { $time } kamen { $n }-mal Tränen, jeweils höchstens einmal.
crying-chart-summary = In { $time } kamen { $n }-mal Tränen, am häufigsten { $when }: { $most ->
    [2] zweimal
   *[other] { $most }-mal
}.
crying-chart-zero-week = Kein Balken: eine Woche ohne eingetragene Tränen.
crying-chart-zero-month = Kein Balken: ein Monat ohne eingetragene Tränen.
crying-chart-gap-week = Ein Punkt: eine Woche, von der nichts bekannt ist.
crying-chart-gap-month = Ein Punkt: ein Monat, von dem nichts bekannt ist.
crying-chart-band-week = Das Band zeigt, was bei dir üblich ist: { $low } bis { $high } pro Woche.
crying-chart-band-month = Das Band zeigt, was bei dir üblich ist: { $low } bis { $high } pro Monat.
crying-chart-months-only = Wochen wären hier zu schmal zum Erkennen, darum sind es Monate.
crying-chart-bar = { $when }
    { $inside } an Abenden, { $outside } außerhalb
    { $known } von { $days } Tagen bekannt
crying-chart-gap = { $when }
    nichts bekannt

## What is written, added and changed

write-title = In deinen eigenen Worten
write-line = Zum Zurückschauen. Außer dir ändert hier nie jemand etwas.
write-keep = Behalten
letter-title = Ein Brief an niemanden
letter-line = Niemand bekommt ihn. Behalte ihn oder verbrenne ihn: Dann bleibt nichts davon.
letter-hint = An …
letter-burn = Verbrennen
letter-burn-now = Ja, verbrennen
letter-burn-title = Diesen Brief verbrennen?
letter-burn-not = Jetzt nicht
letter-burn-question = Zurückholen lässt er sich nicht.
notice-burnt = Er ist fort.
notice-nothing-today = Eingetragen: heute nichts zu notieren.
joy-title = Eine kleine Freude
joy-question = Kam es dazu?
joy-asked = Vor einer Weile hast du dir eine kleine Freude vorgenommen: „{ $text }“. Kam es dazu?
joy-planned = Vorgenommen
joy-happened = Es kam dazu
joy-not-yet = Diesmal nicht
joy-delete = Diese Freude löschen
evening-items-title = Was lief
evening-around-title = Rund um den Abend
evening-around-care = Danach
evening-day = Der Tag
evening-began = Begonnen
evening-film-ended = Film zu Ende
evening-times-line = Die beiden späteren Momentaufnahmen zählen vom Ende des Films an.
evening-page-change-items = Ändern, was lief
evening-page-change-around = Den Rest ändern
evening-page-change-day = Tag und Rest ändern
evening-page-add-check-in = Aus der Erinnerung nachtragen
evening-page-break-length = Wie lange
settings-paused = Aufzeichnung ruhen lassen
settings-paused-line = Es wird nach keiner Momentaufnahme gefragt, und die Schaubilder ruhen, bis du sie wieder möchtest. Nichts wird gelöscht.
insights-paused = Die Aufzeichnung ruht, darum ruhen auch die Schaubilder.
insights-go-on = Wieder aufzeichnen

## A page to take along
export-title = Eine Seite aus Sunshower
export-until = Alles bis zum { $until }
export-from-until = { $from } bis { $until }
export-made = Erstellt am { $day }.
export-honest = Eigene Angaben in Sunshower; keine klinische Messung.
export-known = Zu { $known } von { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
} ist etwas bekannt. Ein Tag, von dem nichts bekannt ist, ist kein Tag ohne Tränen.
export-nothing = In dieser Zeit ist nichts.
export-scale = 0 ist unangenehm, 100 angenehm.
export-tears = { $n ->
    [0] In dieser Zeit sind keine Tränen eingetragen.
    [one] Einmal kamen Tränen: { $inside } an Abenden, { $outside } außerhalb.
   *[other] { $n }-mal kamen Tränen: { $inside } an Abenden, { $outside } außerhalb.
}
export-tears-legend = Gefüllt: an Abenden. Umrandet: außerhalb. Ein Punkt: ein Monat, von dem nichts bekannt ist.
export-around-legend = Eine dünne Linie ist ein Abend. Eine dicke ist die Mitte von mindestens { $least } Abenden. Gestrichelt: ohne Tränen oder nicht beantwortet.
export-evenings = Abende
export-evenings-under = { $n ->
    [0] Keine Abende in dieser Zeit.
    [one] Ein Abend
   *[other] { $n } Abende
}
export-head-feel = danach war es
export-not-said = Das Zeichen – steht, wo nichts gesagt wurde, und das ist nicht dasselbe wie nein.
export-own-words = In eigenen Worten

take-along-title = Eine Seite zum Mitnehmen
take-along-line = Für dich selbst, oder für einen Menschen, der dir hilft. Sie lässt sich gut drucken und enthält nur, was du auswählst.
take-along-time = Wie weit zurück
take-along-parts = Was darauf steht
take-along-notes = Meine eigenen Notizen
take-along-save = Seite speichern
take-along-tables = Als Tabellen speichern
take-along-saved = Gespeichert als { $path }
take-along-tables-line = Die Tabellen enthalten alles aus dieser Zeit, auch deine eigenen Worte.
take-along-careful = Es ist eine gewöhnliche Datei: Wer sie öffnen kann, kann sie lesen.
take-along-open = Öffnen
take-along-failed = Das ließ sich nicht speichern: { $reason }. In deinem Tagebuch wurde nichts geändert.
export-written = Gespeichert in { $file }.
export-failed = Es wurde nichts geschrieben: { $reason }.
export-backwards = Es wurde nichts geschrieben: Der letzte Tag liegt vor dem ersten.

## One chart and what it says

chart-as-table = Als Tabelle
chart-keys = Links und rechts führen durch das Schaubild; OK öffnet, was dort ist.
chart-keys-read = Links und rechts führen durch das Schaubild.

around-title = Davor, danach, später
around-none = Kein Abend mit zwei Momentaufnahmen in dieser Zeit.
around-under = { $with } mit Tränen, { $without } ohne (gestrichelt)
around-under-unanswered = { $with } mit Tränen, { $without } ohne und { $n } nicht beantwortet (beide gestrichelt)
around-before = davor
around-after = direkt danach
around-plus20 = 20 min später
around-plus90 = 90 min später
around-with = mit Tränen
around-without = ohne Tränen
around-unanswered = nicht beantwortet
around-not-said = –
around-head = { $day }, { $tears }
around-head-tears = Tränen
around-value = { $moment } { $height }
around-summary-few = Bei weniger als sechs Abenden einer Art lässt sich noch von keiner Mitte sprechen.
around-summary-with = Die Mitte deiner Abende mit Tränen: { $moments }.
around-summary-without = Die Mitte der Abende ohne: { $moments }.
around-latest = Linien haben nur die letzten 200 Abende; zur Mitte zählen alle.
around-table-title = Davor, danach, später als Tabelle
around-table-under = { $under }, neueste zuerst; 0 ist unangenehm, 100 angenehm

relief-question = Tut es mir gut?
relief-row = Tut es mir gut? Davor, danach, später
relief-choice-after = direkt danach
relief-choice-plus20 = nach 20 Minuten
relief-choice-plus90 = nach 90 Minuten
relief-after = direkt nach dem Film
relief-plus20 = 20 Minuten später
relief-plus90 = 90 Minuten später
relief-too-few = Beide Momentaufnahmen gibt es an { $n } von { $least } nötigen Abenden mit Tränen: zu wenige, um ein Muster zu sehen.
relief-brighter = An deinen Abenden mit Tränen war die Stimmung { $later } meist heller als davor: etwa { $mean }, wahrscheinlich zwischen { $low } und { $high }, bei { $n } Abenden.
relief-low-start = Ein Teil davon kommt von selbst, wenn ein Abend gedrückt beginnt.
relief-lower = An deinen Abenden mit Tränen war die Stimmung { $later } öfter dunkler als davor: etwa { $mean }, wahrscheinlich zwischen { $low } und { $high }, bei { $n } Abenden.
relief-lower-line = Vielleicht passt etwas Leichteres besser, oder Gesellschaft, oder es vorerst zu lassen.
relief-dip-line = Sich direkt nach dem Film gedrückter zu fühlen, kommt oft vor; neunzig Minuten später lässt sich mehr sagen.
relief-no-pattern = Noch kein klares Muster. Auch das ist eine Antwort.
relief-numbers = { $n } Abende mit Tränen: { $later } etwa { $mean }, wahrscheinlich zwischen { $low } und { $high }.
relief-without = Deine { $n } Abende ohne Tränen: etwa { $mean }.
relief-apart = Der Abstand der Abende mit Tränen zu denen ohne liegt mit 80 Prozent Wahrscheinlichkeit zwischen { $low } und { $high }. Woher er kommt, sagt das nicht.

usual-question = Mehr als üblich?
usual-unknown = Zum Vergleichen ist noch nicht genug da: Es braucht 14 bekannte Tage in den letzten 4 Wochen und davor 8 bekannte Wochen und 5-mal Tränen.
usual-counts = An den { $days } bekannten Tagen der letzten 4 Wochen: { $n ->
    [0] keine Tränen eingetragen
    [one] einmal Tränen
   *[other] { $n }-mal Tränen
}; an ebenso vielen Tagen der 12 Wochen davor waren es etwa { $usual }.
usual-within = Ein Auf und Ab in dieser Größe kommt oft vor.
usual-more = Das ist mehr, als nach den Wochen davor zu erwarten war; ein Auf und Ab kommt oft vor, und es kann viele Gründe haben oder keinen.
usual-fewer = Das ist weniger, als nach den Wochen davor zu erwarten war; ein Auf und Ab kommt oft vor, und es kann viele Gründe haben oder keinen.

others-question = Was berichten andere?
others-said = Eine richtige Menge gibt es nicht. Studierende in etwa 31 Ländern nannten im Schnitt ein- bis dreimal im Monat, viele nie und viele weit öfter; wo Menschen ihre Gefühle frei zeigen können, weinen sie mehr.
others-sources = Vingerhoets und Becht 2002 (International Study on Adult Crying: 2,7 und 1,0 im Monat); Frey und andere 1983 (Tagebücher von 331 Freiwilligen aus den 1980er Jahren: 5,3 und 1,3 im Monat); van Hemert und andere 2011.
others-lines = Blasse Linien im Schaubild
others-by-gender = Frauen und Männer getrennt, wie in den Umfragen
others-diaries = Tagebücher der 1980er
others-students = 31 Länder
others-upper = { $survey }, höheres Mittel
others-lower = { $survey }, niedrigeres Mittel
others-women = { $survey }, Frauen
others-men = { $survey }, Männer

moves-title = Was mich bewegt
moves-none = Von keinem Abend in dieser Zeit ist bekannt, ob Tränen kamen.
moves-under = { $n ->
    [one] Ein Abend, von dem bekannt ist, ob Tränen kamen
   *[other] { $n } Abende, von denen bekannt ist, ob Tränen kamen
}
moves-summary = Am häufigsten kamen Tränen bei „{ $title }“: { $known ->
    [one] an dem einen Abend
   *[other] an { $moved } von { $known } Abenden
}.
moves-summary-tie = Bei { $n } Titeln kamen gleich oft Tränen: je { $moved ->
    [one] einmal
   *[other] { $moved }-mal
}.
moves-summary-one = Ein Abend, mit Tränen: { $title }.
moves-summary-none = { $n ->
    [one] Ein Abend, ohne Tränen.
   *[other] { $n } Abende, alle ohne Tränen.
}
moves-counts = { $moved } von { $known }
moves-tears = Tränen bei { $counts }
moves-minute = ab Minute { $minute }
moves-change = { $change } nach dem Film
moves-more = { $n ->
    [one] Ein weiterer Titel steht in der Tabelle.
   *[other] { $n } weitere Titel stehen in der Tabelle.
}
moves-kinds = Nach Art des Titels
moves-kind = { $kind } (Art des Titels)
moves-row = { $title }: { $history }
moves-head-title = Titel
moves-head-tears = Tränen
moves-head-minute = Minute
moves-head-change = danach
moves-table-title = Was mich bewegt als Tabelle

times-title = Wann Tränen kommen
times-by-day = Nach Wochentagen.
times-by-hour = Nach Tageszeiten.
times-none = Keine Tränen eingetragen in dieser Zeit.
times-under = { $n ->
    [one] Einmal
   *[other] { $n }-mal
}; bekannte Uhrzeiten: { $timed ->
    [0] keine
   *[other] { $timed }
}
times-summary-day = am häufigsten an einem { $day } ({ $n })
times-summary = Tränen kamen vor allem zwischen { $from } und { $until } ({ $n } von { $timed }) und { $day }.
times-summary-hours = Tränen kamen vor allem zwischen { $from } und { $until } ({ $n } von { $timed }).
times-summary-days = Tränen kamen { $day }.
times-summary-few = Zu wenige, um zu sagen, wann sie am häufigsten kommen.
times-hour = { $from } bis { $until }
    { $n ->
        [0] keine Tränen eingetragen
        [one] einmal
       *[other] { $n }-mal
    }
times-weekday = { $day }
    { $n ->
        [0] keine Tränen eingetragen
        [one] einmal
       *[other] { $n }-mal
    }
    { $known ->
        [one] ein solcher Tag bekannt
       *[other] { $known } solche Tage bekannt
    }
times-range = { $from } bis { $until }
times-length-one = Ein Abend ist von Anfang bis Ende bekannt: { $middle }.
times-lengths = { $n } Abende sind von Anfang bis Ende bekannt: { $shortest } bis { $longest }, der mittlere { $middle }.
times-head-when = wann
times-head-tears = Tränen
times-table-title = Wann Tränen kommen als Tabelle

pauses-title = Pausen und Atmen
pauses-none = Keine Pausen und kein Atmen in dieser Zeit.
pauses-under = { $minutes } min Atmen, { $n ->
    [0] keine Pausen
    [one] eine Pause
   *[other] { $n } Pausen
}
pauses-bar = { $when }
    { $inside } min in Pausen
    { $outside } min außerhalb (umrandet)
pauses-gap = { $when }
    nichts bekannt
pauses-summary = Atmen: { $inside } min in Pausen und { $outside } min außerhalb.
pauses-summary-helped = { $answered ->
    [one] Nach der einen Pause, zu der du etwas gesagt hast
   *[other] Nach den { $answered } Pausen, zu denen du etwas gesagt hast
}: leichter { $easier }, genauso { $same }, schwerer { $harder }.
pauses-helped = Wie es nach einer Pause war
pauses-kind = { $kind }: { $n ->
    [one] eine Pause
   *[other] { $n } Pausen
}; leichter { $easier }, genauso { $same }, schwerer { $harder }
pauses-head-what = was
pauses-head-breaks = Pausen
pauses-head-easier = leichter
pauses-head-same = genauso
pauses-head-harder = schwerer
pauses-head-minutes = min
pauses-table-title = Pausen und Atmen als Tabelle

year-title = Ein Jahr in Kästchen
year-name = Jahr
year-under = { $year }: zu { $n ->
    [one] einem Tag
   *[other] { $n } Tagen
} ist etwas bekannt
year-summary = Im Jahr { $year } ist von { $mood ->
    [one] einem Tag
   *[other] { $mood } Tagen
} bekannt, wie es war, und { $tears ->
    [0] an keinem
    [one] an einem
   *[other] an { $tears }
} kamen Tränen.
mood-caption = Eine Raute gehört zu einem Abend, ein Kreis zu jeder anderen Zeit.
year-caption = Je höher ein Tag gefüllt ist, desto angenehmer war er; ein Tropfen steht für Tränen; ein leeres Kästchen ist ein Tag, an dem du hier warst und keine Tränen eingetragen hast; ein Punkt ist ein Tag, von dem nichts bekannt ist.
year-nothing-known = nichts bekannt
year-pleasant = { $mean } von 100, { $n ->
    [one] eine Momentaufnahme
   *[other] { $n } Momentaufnahmen
}
year-cries = { $n ->
    [one] einmal Tränen
   *[other] { $n }-mal Tränen
}
year-evenings = { $n ->
    [one] ein Abend
   *[other] { $n } Abende
}
year-no-tears = keine Tränen eingetragen
year-head-pleasant = angenehm
year-head-tears = Tränen
year-head-evenings = Abende
year-table-title = Ein Jahr als Tabelle

## A chart as a table

table-mood-title = Stimmung als Tabelle
table-mood-under = { $n ->
    [one] Eine Momentaufnahme
   *[other] { $n } Momentaufnahmen
} an { $days ->
    [one] einem Tag
   *[other] { $days } Tagen
}, neueste zuerst; 0 ist unangenehm, 100 angenehm
table-crying-title = Tränen als Tabelle
table-crying-under = { $inside } an Abenden, { $outside } außerhalb, neueste zuerst
table-crying-row = { $when }: { $inside } an Abenden, { $outside } außerhalb, { $known } von { $days } Tagen bekannt
table-crying-row-gap = { $when }: nichts bekannt
table-earlier = Früher
table-later = Später
table-done = Fertig
table-place = Seite { $page } von { $pages }
table-day = Tag
table-check-ins = Momentaufnahmen
table-mean = Mittel
table-lowest = am tiefsten
table-highest = am höchsten
table-line = Linie
table-week = Woche ab
table-month = Monat
table-inside = an Abenden
table-outside = außerhalb
table-known = bekannte Tage
table-known-days = { $known } von { $days }
table-not-known = nicht bekannt
table-mood-row-one = { $day }: eine Momentaufnahme bei { $mean }
table-mood-row-one-line = { $day }: eine Momentaufnahme bei { $mean }; Linie bei { $line }
table-mood-row = { $day }: { $n } Momentaufnahmen zwischen { $lowest } und { $highest }, im Mittel { $mean }
table-mood-row-line = { $day }: { $n } Momentaufnahmen zwischen { $lowest } und { $highest }, im Mittel { $mean }; Linie bei { $line }

## Looking after the files, from the command line

check-two-versions = { $n ->
    [one] Von einem Eintrag gibt es zwei Fassungen, von zwei Rechnern. Sunshower zeigt beide zum Auswählen.
   *[other] Von { $n } Einträgen gibt es zwei Fassungen, von zwei Rechnern. Sunshower zeigt beide zum Auswählen.
}
check-vanished = Falls der Ordner noch kopiert oder abgeglichen wird, warte. Sonst öffne Sunshower: Es fragt nach und kann eine Sicherung zurückholen.
check-copy = { $file }: eine Kopie, die ein Abgleichprogramm angelegt hat. Sunshower nimmt sie beim nächsten Öffnen auf.
repair-failed = Nicht alles ließ sich in Ordnung bringen: { $reason }. Du kannst es noch einmal versuchen.
repair-nothing = Es gibt nichts in Ordnung zu bringen.
repair-laid-back = { $n ->
    [one] Eine Datei kam aus der neuesten Sicherung zurück.
   *[other] { $n } Dateien kamen aus der neuesten Sicherung zurück.
}
repair-records = { $n ->
    [one] Ein Eintrag aus einer beschädigten Datei war noch lesbar oder in einer Sicherung. Er ist neu gespeichert.
   *[other] { $n } Einträge aus beschädigten Dateien waren noch lesbar oder in einer Sicherung. Sie sind neu gespeichert.
}
repair-copies = { $n ->
    [one] Was in einer Kopie aus einem Abgleichprogramm stand, ist im Tagebuch. Die Kopie liegt im Papierkorb.
   *[other] Was in { $n } Kopien aus einem Abgleichprogramm stand, ist im Tagebuch. Die Kopien liegen im Papierkorb.
}
repair-damaged = { $file } war beschädigt. Die Datei liegt jetzt in { $folder }.
backup-exists = { $file } gibt es schon. Es wurde nichts geschrieben; nimm einen anderen Namen.
backup-written = { $n ->
    [one] Eine Datei ist in { $file }.
   *[other] { $n } Dateien sind in { $file }.
}
backup-failed = Es wurde keine Sicherung geschrieben: { $reason }.
restore-none = Von diesem Ordner gibt es noch keine Sicherungen. An jedem Tag, an dem etwas gespeichert wird, entsteht vorher eine.
restore-line = { $n }: { $when }, { $files ->
    [one] eine Datei
   *[other] { $files } Dateien
}
restore-no-such = Eine Sicherung mit der Nummer { $n } gibt es nicht. „sunshower restore“ nennt sie alle.
restore-no-zip = { $file } lässt sich nicht verwenden: { $reason }.
restore-would-lay-back = { $n ->
    [one] Eine Datei würde nach { $folder } zurückgelegt. Was dort ist, bleibt, wie es ist.
   *[other] { $n } Dateien würden nach { $folder } zurückgelegt. Was dort ist, bleibt, wie es ist.
}
restore-say-yes = Noch wurde nichts geändert. Wenn es geschehen darf, wiederhole den Befehl mit --yes.
restore-laid-back = { $n ->
    [one] Eine Datei ist wieder in { $folder }.
   *[other] { $n } Dateien sind wieder in { $folder }.
}
restore-failed = Es wurde nichts zurückgeholt: { $reason }. Du kannst es noch einmal versuchen.
restore-done = Es ist wieder da. Vorher wurde gesichert, was bis dahin da war.
preview-evenings = { $n ->
    [one] Ein Abend kommt zurück.
   *[other] { $n } Abende kommen zurück.
}
preview-check-ins = { $n ->
    [one] Eine Momentaufnahme kommt zurück.
   *[other] { $n } Momentaufnahmen kommen zurück.
}
preview-cries = { $n ->
    [one] Tränen aus einem Moment kommen zurück.
   *[other] Tränen aus { $n } Momenten kommen zurück.
}
preview-reflections = { $n ->
    [one] Ein Gedanke kommt zurück.
   *[other] { $n } Gedanken kommen zurück.
}
preview-joys = { $n ->
    [one] Eine kleine Freude kommt zurück.
   *[other] { $n } kleine Freuden kommen zurück.
}
preview-breaths = { $n ->
    [one] Eine Atemzeit kommt zurück.
   *[other] { $n } Atemzeiten kommen zurück.
}
preview-patterns = { $n ->
    [one] Ein Atemrhythmus kommt zurück.
   *[other] { $n } Atemrhythmen kommen zurück.
}
preview-plans = { $n ->
    [one] Ein vorgemerkter Abend kommt zurück.
   *[other] { $n } vorgemerkte Abende kommen zurück.
}
preview-change-back = { $n ->
    [one] Ein Eintrag, der seither geändert wurde, ist dann wieder wie damals.
   *[other] { $n } Einträge, die seither geändert wurden, sind dann wieder wie damals.
}
preview-stay = { $n ->
    [one] Ein Eintrag, der seither entstand, bleibt.
   *[other] { $n } Einträge, die seither entstanden, bleiben.
}
preview-erased = { $n ->
    [one] Ein Eintrag, der endgültig gelöscht wurde, bleibt gelöscht.
   *[other] { $n } Einträge, die endgültig gelöscht wurden, bleiben gelöscht.
}
preview-unreadable = { $n ->
    [one] Eine ihrer Dateien lässt sich nicht mehr lesen. Was darin stand, kommt nicht zurück.
   *[other] { $n } ihrer Dateien lassen sich nicht mehr lesen. Was darin stand, kommt nicht zurück.
}
preview-nothing = Alles aus jener Zeit ist schon wie damals.

## The trash

trash-title = Papierkorb
trash-line = Was du löschst, bleibt { $days } Tage lang hier. Danach verschwindet es von selbst.
trash-empty = Hier liegt nichts. Was du löschst, lässt sich von hier { $days } Tage lang zurückholen.
trash-read-only = Das Tagebuch lässt sich gerade nur lesen. Was hier liegt, bleibt.
trash-evening = { $name }, { $day }
trash-plan = Für später vorgemerkt: { $name }
trash-tears = Tränen, { $day }
trash-tears-note = Tränen, { $day }: „{ $text }“
trash-check-in = { $what } · { $day }
trash-reflection = Gedanke: „{ $text }“
trash-reflection-empty = Gedanke, { $day }
trash-joy = Kleine Freude: „{ $text }“
trash-breath = Atmen, { $day }
trash-pattern = Atemrhythmus: „{ $text }“
trash-day = Notiz vom { $day }
trash-more = { $n ->
    [one] und noch ein Eintrag, der dazugehörte
   *[other] und noch { $n } Einträge, die dazugehörten
}
trash-when = gelöscht am { $day }, bleibt bis zum { $until }
trash-when-elsewhere = gelöscht am { $day } auf einem anderen Rechner, bleibt bis zum { $until }
trash-bring-back = Zurückholen
trash-erase = Endgültig löschen
trash-erase-all = Alles im Papierkorb endgültig löschen
erase-title = Endgültig löschen?
erase-all = { $n ->
    [one] Der eine Eintrag im Papierkorb
   *[other] Alle { $n } Einträge im Papierkorb
}
erase-and-more = und noch { $n }
erase-line = Nichts davon bleibt im Tagebuch, in Entwürfen, im Papierkorb oder in den Sicherungen auf diesem Rechner. Andere Rechner folgen, wenn sie dieses Tagebuch das nächste Mal öffnen. Zurückholen lässt es sich nicht.
erase-out-of-reach = Kopien, die außerhalb von Sunshower entstanden, erreicht es nicht: eigene ZIP-Dateien, von Syncthing aufbewahrte Dateiversionen, alte Blöcke auf einem Datenträger.
erase-keep = Behalten

## Backups

backups-title = Sicherungen
backups-line = Eine Sicherung entsteht vor der ersten Änderung eines Tages und vor jedem größeren Eingriff. Alle liegen auf diesem Rechner, getrennt von deinem Tagebuch.
backups-looking = Wird nachgesehen …
backups-none = Noch gibt es keine. Die erste entsteht vor der nächsten Änderung.
backups-trouble = Die Sicherungen ließen sich nicht ansehen: { $reason }.
backups-row = { $when }, { $why }
backups-number = Nummer { $n }
backups-files = { $n ->
    [one] eine Datei
   *[other] { $n } Dateien
}
backup-why-first-of-day = vor der ersten Änderung des Tages
backup-why-before-restore = bevor eine ältere zurückkam
backup-why-before-repair = bevor Dateien in Ordnung gebracht wurden
backup-why-before-merge = bevor Dateien eines anderen Rechners dazukamen
backup-why-before-migration = bevor Dateien in eine neuere Form kamen
backup-why-by-hand = weil du es wolltest
backup-why-other = für ein neueres Sunshower ({ $why })
backup-title = Sicherung { $n }
backup-reading = Wird nachgesehen …
backup-laid-back = { $n ->
    [one] Eine Datei vom { $day } wird dorthin zurückgelegt, wo das Tagebuch war. Nichts, was dort ist, wird überschrieben.
   *[other] { $n } Dateien vom { $day } werden dorthin zurückgelegt, wo das Tagebuch war. Nichts, was dort ist, wird überschrieben.
}
backup-left-out = { $n ->
    [one] Eine Datei ließ sich damals nicht lesen und ist nicht darin.
   *[other] { $n } Dateien ließen sich damals nicht lesen und sind nicht darin.
}
backup-first = Vorher entsteht eine Sicherung von heute.
backup-read-only = Das Tagebuch lässt sich gerade nur lesen, darum kann nichts zurückgeholt werden.
backup-bring-back = Diese zurückholen
backup-under-way = Wird zurückgeholt
backup-done = Es ist wieder da.
backup-not-done = Das ließ sich nicht zurückholen: { $reason }. Nichts ist verloren, und du kannst es noch einmal versuchen.

## Two versions

versions-title = Zwei Fassungen
versions-line = Zwei Rechner haben dies geändert, bevor einer vom anderen wusste. Welche Fassung bleibt?
versions-here = Von diesem Rechner
versions-elsewhere = Von einem anderen Rechner
versions-elsewhere-named = Von einem anderen Rechner, { $name }
versions-keep = Diese behalten
versions-keep-both = Beide Texte behalten
versions-later = Später entscheiden
versions-one = Jetzt gibt es nur noch eine Fassung.
versions-small = Sie unterscheiden sich nur in etwas, das hier nicht gezeigt wird.
versions-mark = { $n ->
    [2] zwei Fassungen
   *[other] { $n } Fassungen
}
versions-of-this = Davon gibt es zwei Fassungen, von zwei Rechnern
versions-waiting = { $n ->
    [one] Von einem Eintrag gibt es zwei Fassungen
   *[other] Von { $n } Einträgen gibt es zwei Fassungen
}
version-moment = Wann
version-words = Wörter
version-happened = Ob es dazu kam
version-day = Der Tag
version-opened = geöffnet
version-nothing = nichts zu notieren
version-paused = Aufzeichnung ruhte

## The shelf
room-shelf = Regal
shelf-title = Regal
shelf-add = Titel hinzufügen
shelf-skip = { $n ->
    [0] Titel auslassen mit …
   *[other] Ausgelassen: { $n }
}
shelf-search = Im Regal suchen
shelf-search-hint = Nach Name, Jahr oder Thema suchen
shelf-all = Alles
shelf-wanted = Möchte ich sehen
shelf-seen = Gesehen
shelf-own = Von mir
shelf-hidden = Herausgenommen
shelf-count = { $n ->
    [one] Ein Titel
   *[other] { $n } Titel
}
shelf-nothing-found = Im Regal passt nichts dazu.
shelf-clear = Alles zeigen
shelf-nothing-wanted = Noch nichts. „Möchte ich sehen“ steht auf der Seite jedes Titels.
shelf-nothing-seen = Noch nichts. Was an einem Abend lief, kommt von selbst hierher.
shelf-nothing-own = Noch nichts hinzugefügt. Auch ein Brief, ein Album oder ein Kapitel hat hier Platz.
shelf-nothing-hidden = Nichts wurde aus dem Regal genommen.
shelf-nothing = Das Regal ist leer. Die Titel, die mit Sunshower kommen, sind in den Einstellungen ausgeschaltet.
form-film = Film
form-series = Serie
form-short = Kurzfilm
form-clip = Clip
form-letter = Brief
form-album = Album
form-chapter = Buchkapitel
form-other = Etwas anderes
tone-tender-sad = zart und traurig
tone-grim-sad = düster und traurig
tone-heart-warming = herzerwärmend
tone-romance = Liebesgeschichte
tone-happy-tears = Freudentränen
tone-comfort-comedy = tröstliche Komödie
note-pet-death = ein Haustier stirbt
note-animal-harm = Tieren geschieht Leid
note-child-death = ein Kind stirbt
note-child-peril = ein Kind in Gefahr
note-parent-death = ein Elternteil stirbt
note-partner-death = Partnerin oder Partner stirbt
note-grief = Trauer
note-terminal-illness = tödliche Krankheit
note-cancer = Krebs
note-dementia = Demenz
note-birth-loss = Verlust rund um die Geburt
note-suicide = Suizid
note-suicide-mention = von Suizid wird gesprochen
note-self-harm = Selbstverletzung
note-assisted-dying = Sterbehilfe
note-war = Krieg
note-genocide = Völkermord
note-disaster = Katastrophe
note-violence = Gewalt
note-abuse = Misshandlung
note-child-abuse = Misshandlung eines Kindes
note-sexual-content = Sex
note-sexual-violence = sexualisierte Gewalt
note-addiction = Sucht
note-bullying = Mobbing
note-racism = Rassismus
note-homophobia = Homophobie
note-ableism = Behindertenfeindlichkeit
note-poverty = Armut
note-breakup = eine Trennung
note-infidelity = Untreue
note-execution = Hinrichtung
note-medical = Szenen im Krankenhaus
note-flashing-lights = Lichtblitze

## Choosing
choose-title = Aussuchen für heute Abend
choose-title-then = Aussuchen für { $day }
choose-fits = Passt noch vor { $bed }
choose-open = { $length }, endet um { $ends }
choose-ends = { $length }, passt: endet um { $ends }
choose-ends-late = { $length }, endet um { $ends }: zu spät, um { $bed } im Bett zu sein
wish-gentle = Sanft
wish-let-it-out = Alles rauslassen
wish-happy-tears = Freudentränen
wish-comedy = Eine Komödie, die aufheitert
wish-short = Unter 30 Minuten
wish-works = Etwas Bewährtes
wish-surprise = Eine sanfte Überraschung
choose-none = Im Regal passt heute Abend nichts dazu.
choose-none-works = An keinem Abend, der hier festgehalten ist, hat dich bisher ein Titel bewegt. Sobald es so ist, steht er hier.
choose-others = Drei andere
choose-more = Mehr zeigen
choose-left-out = { $n ->
    [one] Ein Titel wurde ausgelassen
   *[other] { $n } Titel wurden ausgelassen
}
left-out-skipped = { $n } mit etwas, das du auslässt: { $note }
left-out-never = { $n } mit Suizid, Selbstverletzung oder Sterbehilfe. Solche Titel werden nie vorgeschlagen und lassen sich über ihren Namen suchen.
left-out-long = { $n } zu lang für heute Abend
reason-moved = hat dich { $times } von { $of } Mal bewegt
reason-wanted = möchtest du sehen
reason-long-ago = seit einem Jahr nicht gesehen
reason-new-and-fits = neu für dich und passt noch vor { $bed }
reason-new = neu für dich
skip-title = Titel auslassen mit …
skip-line = Was hier gewählt ist, bleibt bei Vorschlägen außen vor. Wie viele Titel das waren und warum, erfährst du, wenn du nachfragst. Die Hinweise zu den Titeln sind vielleicht nicht vollständig.

## One title
title-tonight = Heute Abend ansehen
title-tonight-take = Für heute Abend nehmen
title-for-then = Übernehmen für { $day }
title-tonight-episodes = { $n ->
    [one] Die nächste Folge heute Abend ansehen
   *[other] { $n } Folgen heute Abend ansehen
}
title-episodes = Folgen heute Abend
title-episodes-n = { $n ->
    [one] eine Folge
   *[other] { $n } Folgen, dazwischen je eine Pause
}
title-next-episode = Als Nächstes: Staffel { $season }, Folge { $episode }
title-all-seen = Alle Folgen sind gesehen. Es beginnt wieder mit der ersten.
title-open = Dort öffnen, wo es läuft
title-want = Möchte ich sehen
title-seen = Gesehen
title-said-yes = ja
title-change = Ändern
title-hide = Aus dem Regal nehmen
title-unhide = Zurück ins Regal stellen
title-delete = Löschen
title-reset = Wie im Katalog
title-notes-show = Was darin vorkommt
title-notes-hide = Wieder verbergen
title-notes = { $notes }. Das ist vielleicht nicht vollständig.
title-no-notes = Dazu ist nichts bekannt. Das heißt nicht, dass nichts vorkommt.
title-remark = Mehr dazu; das kann die Geschichte verraten: { $remark }
title-doubtful = Manche Angaben dazu sind nicht sicher.
title-original = Originaltitel: { $name }
title-found-at = Zu finden: { $where }
title-themes = Worum es geht: { $themes }
title-never = Lief hier noch an keinem Abend.
title-times = { $n ->
    [one] Einmal gesehen, am { $day }
   *[other] { $n }-mal gesehen, zuletzt am { $day }
}
title-moved = Tränen bei { $moved } von { $known }
title-minute = Tränen bei { $moved } von { $known }, meist um Minute { $minute }
title-change-up = { $n ->
    [one] Danach um { $by } von 100 angenehmer, an einem Abend
   *[other] Danach um { $by } von 100 angenehmer, die Mitte von { $n } Abenden
}
title-change-down = { $n ->
    [one] Danach um { $by } von 100 weniger angenehm, an einem Abend
   *[other] Danach um { $by } von 100 weniger angenehm, die Mitte von { $n } Abenden
}
title-change-same = { $n ->
    [one] Danach so angenehm wie davor, an einem Abend
   *[other] Danach so angenehm wie davor, die Mitte von { $n } Abenden
}
title-note = Deine Notiz
title-gone = Dieser Titel steht nicht mehr im Regal.
add-title = Titel hinzufügen
edit-title = Ändern
edit-name = Name
edit-name-hint = Wie es heißt
edit-no-name = Es braucht nur einen Namen.
edit-double = „{ $name }“ steht schon im Regal. Zwei mit gleichem Namen sind auch in Ordnung.
edit-show-double = Diesen Titel zeigen
edit-form = Was es ist
edit-length = Länge
edit-length-episode = Länge einer Folge
edit-year = Jahr
edit-year-hint = Jahr, wenn du magst
edit-year-odd = Ein Jahr hat vier Ziffern, von 1880 bis 2100. Bis dahin gilt das letzte.
edit-kinds = Wie es wirkt
edit-notes = Was darin vorkommt
edit-notes-removed = Was nicht darin vorkommt
edit-empty-means = Leer heißt: wie im Katalog.
edit-drop = Verwerfen
edit-notes-more = Angeben, was vorkommt
edit-themes = Worum es geht
edit-themes-hint = Ein Thema, in ein oder zwei Wörtern
edit-seasons = Staffeln
edit-season = Staffel { $season }
edit-season-episodes = { $n ->
    [one] eine Folge
   *[other] { $n } Folgen
}
edit-season-add = Staffel hinzufügen
edit-found-at = Wo es zu finden ist
edit-found-at-hint = Ein Anbieter, ein Regal zu Hause
edit-link = Link
edit-link-hint = https://
edit-link-odd = Geöffnet werden nur Adressen, die mit https:// beginnen. Es bleibt, wie du es geschrieben hast.
edit-note = Deine Notiz
edit-note-hint = Was du dir merken magst
edit-keep = Behalten
plays-title = Dort öffnen, wo es läuft
plays-line = Das öffnet deinen Browser, und erst in diesem Moment. Sunshower selbst fragt nirgends an.
plays-own = Dein Link
plays-search = Bei { $name } suchen
plays-own-odd = Dein Link beginnt nicht mit https:// und wird nicht geöffnet: { $link }
plays-change-list = Diese Liste ändern
plays-list-odd = Die Liste der Orte in deinem Ordner lässt sich nicht verwenden, darum steht hier die übliche. players.ron: { $why }
list-trouble-line = Zeile { $n }
notice-players-copied = players.ron liegt jetzt in deinem Ordner. Jeder Texteditor kann sie ändern; gelesen wird sie beim nächsten Start.
notice-opened = Im Browser geöffnet.
notice-not-opened = Das ließ sich nicht öffnen: { $address }
notice-title-kept = Es steht im Regal.
notice-pattern-kept = Behalten und ausgewählt.

## The calendar
weekday-short = { $n ->
    [1] Mo
    [2] Di
    [3] Mi
    [4] Do
    [5] Fr
    [6] Sa
   *[7] So
}
calendar-title = Kommende Abende
calendar-open = Kalender
calendar-month = Monat
calendar-nothing = Nichts vorgemerkt für { $day }.
calendar-plan = Einen Abend für diesen Tag planen
calendar-past = Dieser Tag ist vorbei.
calendar-day-marked = { $n ->
    [one] { $day }, ein Abend
   *[other] { $day }, { $n } Abende
}
start-collides = Für diese Zeit ist schon ein anderer Abend vorgemerkt: { $name }, { $from } bis etwa { $until }. Beide dürfen bleiben.
start-weekly = Jede Woche
start-weekly-line = Wenn dieser Abend beginnt oder sein Tag vorbei ist, folgt der nächste eine Woche später.
start-copy = Auf einen anderen Tag kopieren
kept-weekly = jede Woche
plan-copied = Kopiert. Das hier ist die Kopie: Wähle ihren Tag.
remind-soon = Für { $time } vorgemerkt: { $name }
remind-now = Es ist Zeit für { $name }, wenn du noch magst.
remind-take = Hervorholen
notify-title = Sunshower
notify-body = Für heute Abend liegt etwas bereit.

## Settings of the shelf
settings-shelf = Regal
settings-catalogue = Titel, die mit Sunshower kommen
settings-notify = Ein Hinweis am Rechner, wenn ein vorgemerkter Abend ansteht
settings-notify-line = Er nennt keinen Titel und kommt nur, solange Sunshower im Hintergrund offen ist.
settings-notify-fails = Dieser Rechner hat keinen Hinweis gezeigt. Auf der Seite „Heute Abend“ steht es auf jeden Fall.
preview-titles = { $n ->
    [one] Ein Titel, oder was du dazu gesagt hast, kommt zurück.
   *[other] { $n } Titel, oder was du dazu gesagt hast, kommen zurück.
}
trash-title-of = Titel: { $name }
trash-title-edits = Was du zu { $name } gesagt hast
tonight-choose = Aussuchen

## Care
care-title = Fürsorge
care-house-line = Vielen geht es nach dem Weinen besser, vielen gleich, manchen schlechter. Hier kannst du sanft herausfinden, wie es bei dir ist.
care-not-medical = Sunshower leistet Gesellschaft und ist keine medizinische Hilfe. Es kann nicht erkennen, wie es dir geht, und niemand liest, was du hier schreibst. Bist du in Gefahr, wähl den Notruf bei dir vor Ort.
care-guide = Wegweiser
care-guide-line = Kurze Karten über solche Abende und über Tränen
care-check = Nach mir sehen
care-check-line = Vier Fragen, nur für dich
care-reach = Unterstützung suchen
care-reach-line = Wen fragen, und wie beginnen
care-talk-line = Dein eigener Kontakt, eine Nummer zum Anrufen und ein Verzeichnis für andere Länder

## The guide
guide-title = Wegweiser
guide-line = Jede Karte braucht eine halbe Minute. Lies, welche du magst, in beliebiger Reihenfolge.
guide-away = weggelegt
guide-put-away = Diese nicht mehr anbieten
guide-put-back = Wieder anbieten
guide-put-away-line = Diese Karte hast du weggelegt. Sie wird nicht mehr angeboten und bleibt im Wegweiser.
guide-source = Woher das stammt
guide-offered = Zum Lesen, wenn du magst: { $title }
card-choosing = Aussuchen
card-choosing-text = Nimm etwas, das dich schon einmal bewegt hat oder das jemanden bewegt hat, den du kennst. Zart oder düster, das sind zwei verschiedene Abende: Wähle, welcher es heute ist. Lass Zeit bis zum Schlafengehen. Was in einem Titel vorkommt, steht zugeklappt auf seiner Seite; sieh nach, oder lass es zu.
card-room = Der Raum
card-room-text = Gedämpftes Licht, eine Decke, Taschentücher in Reichweite, die Tür zu oder ein lieber Mensch neben dir. Eine Kerze steht fest, weit weg von Vorhängen und Decken, und geht aus, bevor du schläfst oder den Raum verlässt. Perfekt braucht nichts davon zu sein.
card-water = Etwas zu trinken
card-water-text = Ein Glas Wasser oder etwas Warmes steht am besten schon in Reichweite, bevor es beginnt. Ab und zu ein kleiner Schluck. Danach tut kühles Wasser im Gesicht gut.
card-phone = Das Telefon in einem anderen Zimmer
card-phone-text = Was auf dem Telefon ankommt, zieht dich aus der Geschichte und aus dir selbst. Sag jemandem, dass du heute Abend nicht da bist, und leg es dann dorthin, wo du es nicht siehst. Wenn du einen Menschen in Reichweite haben möchtest, ist das ein guter Grund, es bei dir zu behalten.
card-letting-come = Kommen lassen, oder nicht
card-letting-come-text = Tränen dürfen kommen oder wegbleiben. Es gibt nichts zu erzwingen und nichts zurückzuhalten. In Umfragen aus mehr als dreißig Ländern war Erleichterung weniger wahrscheinlich, wenn Menschen ihre Tränen zurückhielten oder sich für sie schämten. Einem Abend ohne Tränen fehlt nichts.
card-breaks = Pausen
card-breaks-text = Eine Pause ist in jeder Minute des Films nur einen Tastendruck entfernt, so oft du magst. Steh auf, atme langsam, schau aus dem Fenster. Der Film wartet. Nicht zu ihm zurückzukehren, ist auch in Ordnung.
card-aftercare = Sacht ausklingen
card-aftercare-text = Sich direkt nach dem Weinen gedrückter zu fühlen, kommt oft vor. In einer kleinen Studie war es bei denen, die geweint hatten, zwanzig Minuten später vorbei. Lass dir Zeit: Wasser trinken, dich waschen, etwas Weiches anziehen, ein paar Seiten lesen. Große Entscheidungen und schwere Nachrichten können auf einen anderen Tag warten.
card-reflecting = Zurückschauen
card-reflecting-text = Eine Zeile genügt: was dich berührt hat, oder wie weit du gekommen bist. In einer großen Umfrage war Erleichterung wahrscheinlicher, wenn Menschen etwas auf neue Weise verstanden. Wenn nichts geschrieben werden will, lass es.
card-small-joys = Kleine Freuden
card-small-joys-text = Nimm dir etwas Gutes für die nächsten Tage vor: einen Anruf, einen Spaziergang, einen Kuchen, etwas Neues. Klein und bald ist leichter als groß und irgendwann. Sunshower fragt einmal, ob es dazu kam, und jede Antwort ist in Ordnung.
card-not-alone = Du bist nicht allein
card-not-alone-text = Auch andere weinen, meist dort, wo es niemand sieht. In den Tagebüchern von fast hundert Frauen war es gewöhnlich im Wohnzimmer, allein oder mit einem anderen Menschen. Mit jemand Freundlichem an der Seite fühlten Menschen sich öfter erleichtert.
card-strength = Eine Stärke
card-strength-text = Einen Abend für dich freizuhalten, ist weder Schwäche noch Luxus. Du sorgst für etwas, das dich die ganze Woche trägt. Jemanden um Gesellschaft zu bitten, oder um Hilfe, braucht dieselbe Stärke.
card-tears = Was Tränen sind
card-tears-text = Es gibt drei Arten. Basale Tränen halten das Auge den ganzen Tag feucht. Reflextränen antworten auf Rauch und Zwiebeln. Emotionale Tränen kommen mit einem Gefühl, einem traurigen oder einem frohen. Sie unterscheiden sich ein wenig von Zwiebeltränen; dass sie etwas ausschwemmen, hat niemand nachgewiesen.
card-better = Ob es danach besser ist, und wann
card-better-text = Vielen geht es nach dem Weinen besser, vielen gleich, manchen schlechter. In Tagebüchern hob etwa jedes dritte Weinen die Stimmung. In einer kleinen Studie ging es Menschen, die bei einem Film weinten, direkt danach schlechter, nach zwanzig Minuten wieder wie zuvor und nach neunzig etwas besser als zu Beginn. Bei dir ist es vielleicht anders.
card-not-shown = Was nicht belegt ist
card-not-shown-text = Nicht belegt ist, dass Tränen Gifte forttragen, gesund halten oder gedrückte Stimmung behandeln. Manche Forschende vermuten eine beruhigende Chemie des Körpers; beim Menschen ist das nicht belegt. In einer sorgfältigen Studie war ein Stresshormon mit und ohne Tränen gleich, während der Atem mit Tränen gleichmäßiger blieb.
card-japan = Ein Brauch in Japan
card-japan-text = In Japan gibt es Treffen zum gemeinsamen Weinen, bei Filmen, Briefen und Bilderbüchern. Sie heißen rui-katsu, ungefähr „Tränen suchen“. Ihrem bekanntesten Gastgeber sind die Tränen derer, die bewegt sind, lieber als die Tränen derer, die traurig sind. Es ist ein Brauch, keine Behandlung.

## Checking in with oneself
self-title = Nach mir sehen
self-line = Vier Fragen, für dich allein. Nichts wird zusammengezählt, und nichts wird behalten, außer du möchtest es. Jede darf offen bleiben.
self-timing = Kommt dir das Weinen in letzter Zeit im Alltag in die Quere?
self-relationships = War es schwer für Menschen, die dir nahestehen, oder hast du dich deshalb von ihnen ferngehalten?
self-cause = Kommt es oft ohne einen Grund, den du nennen kannst, oder passt es nicht zu dem, was du fühlst?
self-duration = Hält es lange an, ohne dass es danach leichter wird, oder kommt es seit zwei Wochen oder länger an den meisten Tagen?
self-sign-timing = der Alltag
self-sign-relationships = nahestehende Menschen
self-sign-cause = kein benennbarer Grund
self-sign-duration = wie lange es anhält
self-not-really = eigentlich nicht
self-sometimes = manchmal
self-often = oft
self-rather-not = möchte ich nicht sagen
self-nothing-stands-out = Hier fällt nichts auf. Tränen kommen und gehen; gerade Trauer hat ihre eigene Zeit.
self-come-and-go = Tränen kommen und gehen; gerade Trauer hat ihre eigene Zeit.
self-marked = „Oft“ hast du hier gewählt: { $signs }. Viele finden es hilfreich, darüber zu reden, mit einem vertrauten Menschen, in einer Arztpraxis oder einer Beratungsstelle. Das ist keine Diagnose, und es braucht keinen Grund, der sich groß genug anfühlt.
self-doctor = Wenn Tränen plötzlich kommen und nicht zu dem passen, was du fühlst, oder wenn sie mit einem neuen Medikament, einer Geburt, einer Verletzung oder einer Krankheit begonnen haben, ist es gut, in einer Arztpraxis davon zu erzählen.
self-safety = Wenn du daran denkst, dir etwas anzutun, oder dich nicht sicher fühlst, wende dich bitte jetzt an einen Menschen.
self-keep = Im Tagebuch behalten
self-kept = Es steht im Tagebuch, als etwas, das du geschrieben hast.
self-note-line = { $question } { $answer }

## Someone to talk to
talk-title = Jemand zum Reden
talk-line = Es braucht keinen Grund, der sich groß genug anfühlt.
talk-own = Dein eigener Kontakt
talk-own-none = Ein Mensch, den du nachts anrufen würdest: aus dem Freundeskreis, der Familie, der Nachbarschaft.
talk-own-name = Name
talk-own-name-hint = Wer es ist
talk-own-number = Erreichbar unter
talk-own-number-hint = Eine Nummer, oder was sonst hilft
talk-own-add = Jemanden eintragen
talk-own-change = Ändern
talk-or = { $one } oder { $other }
talk-text = Per Textnachricht: { $number }
talk-always = Tag und Nacht
talk-daily = täglich, { $from } bis { $until }
talk-closed = Nach der Uhr dieses Computers meldet sich dort jetzt vielleicht niemand.
talk-free = kostet nichts
talk-costs = kostet vielleicht so viel wie ein Anruf
talk-speaks = spricht { $languages }
talk-speaks-more = spricht { $languages } und weitere Sprachen
talk-checked = Zuletzt geprüft am { $day }, { $source }. Nummern können sich ändern.
talk-old = Das ist mehr als ein Jahr her: Bitte sieh selbst noch einmal nach.
talk-another-line = Eine andere Nummer
talk-country = Land wählen
talk-country-other = Ein anderes Land
talk-country-line = Eine Nummer in deinem Land
talk-country-no = Keines davon
talk-country-about = Das dient nur dazu, hier eine Nummer zu zeigen. Sunshower sieht nicht nach, wo du bist.
talk-not-kept = In deinen Ordner lässt sich gerade nichts schreiben. Darum gilt das nur, bis du Sunshower schließt.
talk-country-none = Eine Nummer für dein Land steht hier, sobald du gesagt hast, welches es ist.
talk-country-missing = Für dieses Land ist hier keine Nummer bekannt. Im weltweiten Verzeichnis steht vielleicht eine.
talk-world = Überall auf der Welt
talk-world-line = { $address } nennt Nummern vieler Länder. Bei Gefahr wähl den Notruf an deinem Ort.
talk-world-open = Im Browser öffnen
talk-list-change = Diese Liste ändern
talk-list-odd = Die Liste in deinem Ordner lässt sich nicht verwenden, darum steht hier die übliche. support.ron: { $why }
notice-support-copied = support.ron liegt jetzt in deinem Ordner. Jeder Texteditor kann sie ändern; gelesen wird sie beim nächsten Start.

country-au = Australien
country-at = Österreich
country-br = Brasilien
country-ca = Kanada
country-ch = Schweiz
country-de = Deutschland
country-es = Spanien
country-fr = Frankreich
country-gb = Vereinigtes Königreich
country-ie = Irland
country-in = Indien
country-it = Italien
country-jp = Japan
country-kr = Südkorea
country-li = Liechtenstein
country-nl = Niederlande
country-no = Norwegen
country-nz = Neuseeland
country-se = Schweden
country-sg = Singapur
country-us = Vereinigte Staaten
country-za = Südafrika
tongue-de = Deutsch
tongue-en = Englisch
tongue-es = Spanisch
tongue-fr = Französisch
tongue-hi = Hindi
tongue-id = Indonesisch
tongue-it = Italienisch
tongue-ja = Japanisch
tongue-ko = Koreanisch
tongue-ms = Malaiisch
tongue-ne = Nepali
tongue-nl = Niederländisch
tongue-no = Norwegisch
tongue-pt = Portugiesisch
tongue-sv = Schwedisch
tongue-ta = Tamil
tongue-th = Thai
tongue-tl = Tagalog
tongue-vi = Vietnamesisch
tongue-zh = Chinesisch

## Reaching for support
reach-title = Unterstützung suchen
reach-line = Um Hilfe bitten darfst du schon, bevor es schlimm ist. Für den Anfang genügt ein Satz.
reach-trusted = Ein vertrauter Mensch
reach-trusted-text = Aus dem Freundeskreis, aus der Familie, von der Arbeit. Eine Antwort braucht niemand parat zu haben; gehört zu werden ist schon etwas.
reach-trusted-say = „Ich trage etwas mit mir herum. Kann ich dir davon erzählen? Du brauchst es nicht zu lösen.“
reach-doctor = Eine Arztpraxis
reach-doctor-text = Für Tränen, die aus dem Nichts kommen, für den Schlaf, für alles, was mit einem Medikament, einer Geburt oder einer Krankheit begann. Dort kann man dir auch sagen, wohin es weitergeht.
reach-doctor-say = „Ich weine mehr, als ich mir erklären kann, und möchte herausfinden, warum.“
reach-therapist = Eine Therapiepraxis
reach-therapist-text = Vor Ort, per Video, am Telefon oder per Nachricht. Vergleiche, was es kostet und wer zahlt, wie lange man wartet, wie dort gearbeitet wird, was mit dem geschieht, was du erzählst, und ob dir im ersten Gespräch wohl ist. Du darfst weitersuchen.
reach-therapist-say = „Ich suche jemanden, um über die letzten Monate zu reden. Haben Sie Platz, und wie würden wir beginnen?“
reach-group = Eine Gruppe
reach-group-text = Menschen, die dasselbe kennen: Trauer, eine Trennung, ein neugeborenes Kind, eine Krankheit. Viele treffen sich vor Ort, manche abends am Bildschirm. Auch nur zuzuhören, ist erlaubt.
reach-group-say = „Darf ich einmal kommen und nur zuhören?“
reach-page = Eine Seite zum Mitnehmen
reach-page-line = Darauf steht, was du aus deinem Tagebuch auswählst, für einen Menschen, der dir hilft.

## The first start
welcome-title = Sunshower
welcome-what = Für einen Abend, an dem du etwas Bewegendes schaust und dich ausweinst, mit Absicht. Sunshower hilft dir beim Planen, leistet dir Gesellschaft, atmet mit dir, wenn es zu viel wird, und lässt den Abend sanft ausklingen.
welcome-what-not = Es ist keine Therapie, zählt keine Erfolge und verlangt nichts von dir. Einem Abend ohne Tränen fehlt nichts.
welcome-data-title = Was du erzählst, bleibt hier
welcome-data = Alles liegt auf diesem Rechner, als Textdateien, die du lesen kannst. Es gibt kein Konto, und nichts wird irgendwohin gesendet. Wer den Ordner öffnet, kann es lesen.
welcome-where = Der Ordner: { $folder }
welcome-screen-title = Wo steht dieser Bildschirm?
welcome-screen-line = Das lässt sich jederzeit in den Einstellungen ändern.
welcome-tv = Vor dem Sofa: Vollbild
welcome-desk = Auf einem Schreibtisch: ein Fenster
welcome-next = Weiter
welcome-skip = Alles überspringen
