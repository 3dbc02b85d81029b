### Every word a person sees, in English.
### Plain, present, short. Sentence case. No exclamation marks. Never "should".

app-name = Sunshower

## Rooms
room-tonight = Tonight
room-breathe = Breathe
room-journal = Journal
room-insights = Insights
room-care = Care
room-settings = Settings

## Times and days
weekday = { $n ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
month = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
day-of-this-year = { $weekday } { $day } { $month }
day-of-another-year = { $weekday } { $day } { $month } { $year }
time-of-day = { $hour }:{ $minute }
time-of-half-day = { $hour }:{ $minute } { $half ->
    [am] am
   *[pm] pm
}
time-midnight = midnight
decimal = { $whole }.{ $part }
month-and-year = { $month } { $year }
day-and-time = { $day }, { $time }
length-minutes = { $minutes } min
length-hours = { $hours } h
length-hours-minutes = { $hours } h { $minutes }
length-unknown = length not known

## Small words
done = Done
add = Add
remove = Remove
undo = Undo

## Right after an evening
over-title = The evening is over
over-line = Be kind to yourself. A glass of water, and nothing more to do.
over-plan = Plan another evening
over-journal = Open the journal

## Tonight
tonight-title = Tonight
tonight-title-later = An evening to come
tonight-watch = You will watch
tonight-nothing-named = Something moving
tonight-items = { $n ->
    [one] one part
   *[other] { $n } parts
}
tonight-intention-quoted = “{ $intention }”
tonight-name-film = Name it
tonight-change-film = Edit
tonight-intention = Intention
tonight-room = Room
tonight-evening = The evening
tonight-starts = Starts { $start }
tonight-breaks = Breaks: { $breaks }
tonight-aftercare = Aftercare: { $care }
tonight-bedtime = In bed by { $bedtime }
tonight-place = Plays: { $place }
tonight-begin = Begin the evening
tonight-keep = Keep it for later
tonight-delete-plan = Delete this plan
tonight-new-plan = A new plan
tonight-move-plan = Move, copy, repeat
tonight-at-any-time = You can stop, skip or change anything at any time.
kept-title = Kept for later
kept-past = { $when }, past
later-check-in = Check in
offer-plus20 = The film ended about twenty minutes ago. How is it now?
offer-plus90 = The film ended about an hour and a half ago. How is it now?
offer-morning = The morning after. How is it now?
evening-unnamed = Something moving
item-unnamed = Something moving

room-lights = Lights low
room-candle = Lamp or candle
room-music = Soft music
room-blanket = Blanket, pillows
room-tissues = Tissues
room-water = A drink of water
room-phone = Phone away
room-candle-line = A candle stands clear of curtains and blankets, and goes out before sleep.

segment-settle = settle in
segment-film = film
segment-film-minutes = film · { $minutes } min
segment-film-unknown = film · length not known
segment-break = break
segment-aftercare = aftercare
segment-quiet = quiet
segment-spoken = { $name }, { $from } to { $until }
segment-spoken-open = { $name }, from { $from }

fit-no-bedtime = film ends { $ends }
fit-fits = fits: film ends { $ends }, in bed by { $bed }
fit-kept-short = fits if kept short: film ends { $ends }, in bed by { $bed }
fit-too-long = does not fit: it goes { $over } past { $bed }
fit-bedtime-passed = it begins after { $bed }
fit-unknown-by = to be in bed by { $bed }, the film ends by { $by }
fit-unknown = the length is not known, and that is fine
later-both = Check-ins, if you like: { $plus20 } and { $plus90 }.
later-first = Check-in, if you like: { $plus20 }. The 90-minute one would fall at { $plus90 }, after bedtime: next morning instead.
later-none = The later check-ins would fall after bedtime: next morning instead.

## Parts of the plan
items-title = What to watch
items-line = A name and a length are enough, and neither is needed.
items-number = { $n }
items-name = Name
items-name-hint = Name, if you like
items-length = Length
items-length-hint = Length
items-add = Add another
items-recent = Watched before
suggested-title = { $name } ({ $year })
suggested-about = from the shelf
item-film = Film
item-episode = Episode
item-short = Short
length-5-less = −5
length-1-less = −1
length-1-more = +1
length-5-more = +5
length-not-understood = That is not a length yet. It can look like 93, 1:33 or 1 h 33. The last one is kept.
length-too-short = A length is at least one minute. The last one is kept.
length-too-long = That is longer than a whole day. The last one is kept.

start-title = When
start-now = now
start-now-choice = Now
start-at-choice = At another time
start-day = Day
start-time = Time
start-keep = Keep it for then
start-past = This time has passed. You can begin anyway.

breaks-title = Breaks
breaks-any-time = A break is always one press away. These are only reminders, as one quiet line.
breaks-none = none
breaks-between = between parts
breaks-every = every { $minutes } min
breaks-every-some = every so often
breaks-every-name = Minutes between breaks
breaks-at-marks = { $n ->
    [0] none
    [one] one
   *[other] { $n }
}
breaks-at-some = at chosen minutes
breaks-at-minute = minute { $minute }
breaks-mark-name = Film minute
breaks-in-item = In
breaks-add-mark = Add a break

aftercare-plan-title = Aftercare
aftercare-plan-line = What would be good after the film?
aftercare-own = Something of your own
aftercare-open = as it comes
care-bath = A bath or shower
care-stretch = Yoga or stretching
care-book = A book
care-tea = Tea
care-bed = Straight to bed

bedtime-title = Bedtime
bedtime-line = The evening fits itself to it.
bedtime-none = whenever
bedtime-none-choice = No bedtime tonight
bedtime-name = In bed by

place-title = Where it plays
place-question = It plays on
place-line = So that your keys go where you want them.
place-unasked = still open
place-this = this screen
place-another = another screen
place-elsewhere = elsewhere
place-this-about = The player has the keys. Tears can be added afterwards.
place-another-about = Sunshower stays in sight beside the film.
place-elsewhere-about = A cinema, a friend's sofa, a train.

intention-title = Intention
intention-line = What is this evening for? A line is plenty. It is fine if no tears come.
intention-name = Intention
intention-hint = For example: to let the week go

## Check-in
check-in-title = How is it now?
check-in-then = How was it?
check-in-then-line = { $when } · { $moment }
check-in-before = Before the film. Ten seconds, or skip it.
check-in-after = Feeling lower right after a film is common, and it may lift later.
check-in-plus20 = About twenty minutes after the film.
check-in-plus90 = About an hour and a half after the film.
check-in-morning = The morning after.
check-in-free = Any time is a good time to look.
check-in-words = Words, if any fit
check-in-own = A word of your own
check-in-keep = Keep this
check-in-skip = Not now
check-in-delete = Delete this check-in
pleasant-name = How pleasant
pleasant-low = unpleasant
pleasant-high = pleasant
stirred-name = How stirred up
stirred-low = calm
stirred-high = stirred up
slider-unset = not set
stepper-back = { $name }: back
stepper-on = { $name }: on
last-time = faint lines: last time
before-the-film = faint lines: before the film

word-moved = moved
word-sad = sad
word-peaceful = peaceful
word-tender = tender
word-lonely = lonely
word-worn-out = worn out
word-grateful = grateful
word-relieved = relieved
word-hopeful = hopeful
word-cheerful = cheerful
word-empty = empty
word-anxious = anxious
word-angry = angry
word-overwhelmed = overwhelmed
word-tired = tired
word-nothing-much = nothing much

moment-before = Before the film
moment-after = Right after
moment-plus20 = 20 minutes later
moment-plus90 = 90 minutes later
moment-morning = The next morning
moment-free = Check-in

## Watching
watching-item-of = { $name } · { $n } of { $count }
watching-ends = { $now } · ends about { $ends }
watching-minute = minute { $minute }
watching-by-hand = started by hand
watching-paused = paused
watching-ready = Whenever you are ready
watching-ready-next = The next one, whenever you are ready
watching-ready-line = Start the film, then press OK.
watching-start = The film is running
watching-go-on = The film goes on
watching-tears = Tears
watching-break = I need a break
watching-over = The film is over
watching-next = This one is over
watching-break-take = Break now
watching-break-later = In { $n } minutes
watching-break-at-end = At the end
watching-break-not = Not tonight
watching-break-now = A break was planned about here. Take it, move it, or let it pass.
watching-break-in = { $n ->
    [0] break in a moment
    [one] break in one minute
   *[other] break in { $n } minutes
}
watching-hint-start = OK starts the clock · down for a break · Back for more
watching-hint-paused = OK goes on · down for a break · Back for more
watching-hint-short = down for a break · Back for more
watching-hint-shortest = Back for more
watching-hint = OK tears · down for a break · Back for undo, pause, someone to talk to

menu-running = The film clock runs.
menu-standing = The film clock stands.
menu-go-on = Go on
menu-back = Back
menu-undo = Undo the last tears
menu-undo-at = Undo the tears at minute { $minute }
menu-pause = Pause the clock
menu-start = Start the clock
menu-back-30 = 30 s back
menu-on-30 = 30 s on
menu-not-over = The one before was not over
menu-abandon = Not tonight after all
menu-enough = Enough for tonight
menu-leave = Leave Sunshower

## Break
break-breathe = Breathe
break-stretch = Stretch
break-walk = Walk
break-back = Back to the film
break-on = Go on
break-film-waits = The film waits. Stay as long as you like.
break-next-waits = The next one waits. Stay as long as you like.
break-only-what-is-kind = Only what feels kind. Nothing here is timed.
helped-easier = Easier
helped-same = The same
helped-harder = Harder
break-sip = Sip
break-sit = Just sit
break-choices = Breath and sound
break-helped = How is it now?
break-evening-waits = The film is over. Stay as long as you like.
break-pace-ended = { $n ->
    [one] That was one breath, and enough of this one for now.
   *[other] That was { $n } breaths, and enough of this one for now.
}
sit-title = Nothing to do
sit-line = Breathe as it comes. It is fine to cry, and fine not to.
sip-title = A few sips
sip-line = Water, tea, whatever stands there. Slowly.
walk-title = A short walk
walk-room = Once through the rooms, as slowly as you like.
walk-water = To the kitchen for a glass of water.
walk-window = To a window, for a look at the sky.
walk-back = The way back to the film stays here, for whenever you come back.
stretch-next = Another one
stretch-shoulders = Let your shoulders fall
stretch-shoulders-how = Lift both shoulders towards your ears, then let them sink on a slow breath out.
stretch-neck = Ear towards shoulder
stretch-neck-how = Let your head tip softly to one side, rest there, then try the other.
stretch-arms-up = Arms up long
stretch-arms-up-how = Float both arms up, fingers laced or apart, and grow a little taller.
stretch-hug = Hug yourself
stretch-hug-how = Wrap your arms around yourself and let your upper back grow round.
stretch-chest = Open your chest
stretch-chest-how = Standing, let your hands meet behind you and your elbows draw softly back.
stretch-twist = A gentle turn
stretch-twist-how = One hand on the opposite knee, turn your chest softly sideways, then change sides.
stretch-side = Lean to one side
stretch-side-how = Standing, bring one arm over your head and lean like a tree, then swap.
stretch-fold = Fold and hang
stretch-fold-how = Stay seated, fold over your legs, let your arms hang, and come up slowly.

## Breathing
breathe-in = Breathe in
breathe-top-up = A little more
breathe-hold = Hold
breathe-out = Breathe out
breathe-line = Easy breaths, not big ones · breath { $n } · { $time }
breathe-easy = Easy breaths, not big ones.
breathe-title = Breathe
breathe-about = Slow, comfortable, regular. Through the nose or the mouth.
breathe-ended = { $n ->
    [one] That was one breath. Stay as long as you like.
   *[other] That was { $n } breaths. Stay as long as you like.
}
breathe-care = Sit or lie down. If you feel dizzy, tingly or uneasy, stop and breathe as you like. Not while driving or in water.
breathe-start = Begin
breathe-again = Once more
breathe-stop = That is enough
breath-pattern = Which way
breath-length = For how long
breath-until-i-stop = until I stop
breath-look = How it looks
breath-look-still = Nothing moves now: word, count and a bar. That is chosen in Settings.
breath-true-black = Pure black behind the breathing, also in breaks
look-circle = Circle
look-tide = Tide
look-light = Light
sound-title = Sound
sound-none = silence
sound-rain = rain
sound-brown = soft noise
sound-pad = slow tones
sound-cues = A soft sound for in, and another for out
sound-volume = volume { $percent } %
sound-volume-name = Volume
sound-fails = There is nothing to play sound with here, so it stays silent.
awake-fails = The desktop could not be asked to stay awake, so the screen may go dark by itself.
music = Soft music
pattern-line = { $name } · { $timing }
pattern-longer-out = Longer out-breath
pattern-equal = Even, five and five
pattern-coherent = Even and slower
pattern-sigh = Two in, a sigh out
pattern-box = Box
pattern-four-seven-eight = Four, seven, eight
pattern-note-hold = For this time only. Skip the holds if you are pregnant, or have heart, lung or seizure conditions, unless your clinician agrees.
pattern-note-stop = For this time only, and { $n } breaths are enough. Skip the holds if you are pregnant, or have heart, lung or seizure conditions, unless your clinician agrees.
timing-in = { $secs } in
timing-top-up = { $secs } more
timing-hold = hold { $secs }
timing-out = { $secs } out
pattern-add = Make your own
pattern-change = Change this one
pattern-new = A way of your own
pattern-edit = Change it
pattern-name = Name
pattern-name-hint = such as "before sleep"
pattern-not-kept = It cannot be kept like this yet: see what is said above.
pattern-no-name = A name is missing, so that you find it again.
pattern-timing = Timing
pattern-in = In
pattern-top-up = A little more in
pattern-hold = Hold, full
pattern-out = Out
pattern-rest = Hold, empty
pattern-part-none = none
pattern-part-secs = { $secs } s
pattern-odd-breath = Breathing in or out takes 1.5 to 15 seconds.
pattern-odd-hold = A hold takes half a second to 10 seconds, or there is none.
pattern-odd-top-up = The second in-breath takes half a second to 3 seconds, or there is none.
pattern-odd-fast = A whole breath takes at least 5 seconds. Faster would stir you up.
pattern-keep = Keep it
pattern-delete = Delete this way to breathe

## After
tears-title = How were the tears?
tears-line = No tears tonight is a full and good result. Every answer here can stay open.
tears-line-marked = Every answer here can stay open.
tears-none = None tonight
tears-none-then = No tears
tears-welled-up = Welled up
tears-few = A few
tears-wept = Wept
tears-sobbed = Sobbed
tears-kinds = They were, as far as you can tell
tears-marks = { $n ->
    [0] No tears are marked in the film.
    [one] One moment is marked in the film.
   *[other] { $n } moments are marked in the film.
}
tears-remove = Remove one without a minute
tears-remove-at = Remove minute { $minute }
tears-remove-more-at = Remove minute { $minute }, mark { $n }
tears-remove-more = Remove one without a minute, mark { $n }
tears-add = Add tears I did not mark
tears-add-now = Add
tears-in-item = In
tears-minute = Film minute
tears-no-minute = no minute
tears-done = Go on
kind-sad = Sad
kind-moved = Moved
kind-joyful = Joyful
kind-relieved = Relieved
kind-angry = Angry
kind-mixed = Mixed
feel-question = Compared with before, it feels
feel-lighter = Lighter
feel-same = The same
feel-heavier = Heavier
chips-question = Also true, perhaps
chip-with-someone = Someone was with me
chip-held-back = I held back
chip-embarrassed = I felt embarrassed
chip-makes-sense = Something makes more sense now

company-alone = Alone
company-with-someone = With someone
company-therapy = In therapy
company-elsewhere = Elsewhere
reason-loneliness = Loneliness
reason-powerlessness = Feeling powerless
reason-overload = Too much at once
reason-harmony = Closeness, beauty
reason-media = Something watched or heard
reason-other = Something else

aftercare-title = Gently now
aftercare-water = A glass of water.
aftercare-face = Cool water for the face.
aftercare-chosen = Then, as you chose: { $care }.
aftercare-candle = The candle goes out before you sleep.
aftercare-prompt = How far have you come?
aftercare-prompt-hint = A line, or nothing at all
aftercare-joy = One small joy for the days ahead: people, nature, something new
aftercare-joy-hint = For example: ring Ana on Sunday
aftercare-later-both = If you are still up: check-ins are here from { $first } and from { $second }.
aftercare-later-one = If you are still up: a check-in is here from { $second }.
aftercare-close = The evening is over

## An interrupted evening
found-title = An evening was interrupted
found-line = { $name }. Last seen { $seen }.
found-kept = { $n ->
    [0] Everything said until then is here.
    [one] Everything until then is here, with one mark for tears.
   *[other] Everything until then is here, with { $n } marks for tears.
}
found-stopped = The film stopped: minute { $minute }
found-went-on = The film went on: minute { $minute }
found-ended = It ended about { $time }
found-ended-seen = It ended at { $time }, when it was last seen
found-still-on = It is still going on
found-did-not-happen = It did not happen
found-go-on = Go on

## Leaving
quit-title = Leave Sunshower?
quit-evening-runs = Your evening is kept. It goes on where it is when you come back.
quit-evening-not-kept = Your evening is not kept: the folder can only be read.
quit-not-saved = Something is not saved yet. If you leave now, it may be lost.
quit-stay = Stay
quit-leave = Leave

## Saved, or not
status-saved = Saved { $time }
status-saving = Saving
status-not-saved = Not saved
status-read-only = Read only
not-saved-short = Not saved: { $reason }. Everything is still here.
not-saved = Not saved: { $reason }.
not-saved-kept = Everything you said is still here, and what was saved before is untouched.
save-again = Try again
copy-elsewhere = Put a copy elsewhere
copied-to = A copy of everything is in { $path }.
not-copied = No copy could be put elsewhere: { $reason }.
no-backup = No backup could be made today: { $reason }. What you say is saved all the same.
reason-disk-full = the disk is full
reason-read-only = the folder can only be read
reason-no-permission = writing there is not allowed
reason-missing = the folder is gone
reason-changed = the file was changed by something else
reason-read-back = the disk gave back something else than was written
reason-unread = { $file } is there but cannot be read just now
reason-backup-gone = the backup cannot be read any more
reason-not-read = it could not be read ({ $words })
reason-in-words = { $words }
read-only-disk = Your journal can be read but not changed: the disk it is on allows no writing.
read-only-permission = Your journal can be read but not changed: you have no permission to write in its folder.
read-only-no-lock = Your journal can be read but not changed: it is not certain that nothing else is writing in it ({ $reason }).
read-only-newer = A newer Sunshower made this journal (version { $version }). It can be read here but not changed. Update Sunshower to write in it.
read-only-kept = Nothing you do here now is kept.
read-only-beside = What you say now is kept on this computer, and goes into your journal once it can be written in.
draft-damaged = An interrupted evening was found, but it cannot be read. It is kept as it is and not deleted.
draft-newer = An interrupted evening was found that a newer Sunshower began. It is kept as it is. Update Sunshower to go on with it.
notice-plan-kept = Kept for later.
notice-deleted = Deleted.
notice-brought-back = It is back.
notice-erasing = Being erased, here and in the backups.
notice-erased = Erased for good.
notice-chosen = Kept. There is one version now.

## What is wrong with a file
problems = { $n ->
    [one] One file needs a look. It was left as it is, and everything else is here.
   *[other] { $n } files need a look. They were left as they are, and everything else is here.
}
problems-more = { $n ->
    [one] And one more: “sunshower check” lists them all.
   *[other] And { $n } more: “sunshower check” lists them all.
}
problems-backup = What was in it before may be in a backup.
problems-to-backups = Backups
problems-newer-parts = { $n ->
    [one] In one file a newer Sunshower wrote parts that are not known here. They are kept as they are, and everything else is shown.
   *[other] In { $n } files a newer Sunshower wrote parts that are not known here. They are kept as they are, and everything else is shown.
}
problem-empty = { $file }: there is nothing in it. It was left as it is. If a backup or another computer has it, copy it back.
problem-cut-short = { $file }: it breaks off in line { $line }. It was left as it is. If a backup or another computer has it whole, copy it back.
problem-not-ron = { $file }: it cannot be read from line { $line }, column { $column } on ({ $what }). It was left as it is. It can be mended with a text editor.
problem-nul-bytes = { $file }: it holds zero bytes, as files do after some crashes. It was left as it is. If a backup or another computer has it, copy it back.
problem-not-text = { $file }: it is not text. It was left as it is.
problem-wrong-format = { $file }: it says it is “{ $found }”, which does not belong there. It was left as it is.
problem-newer-version = { $file }: a newer Sunshower wrote it (version { $version }). It was left as it is. Update Sunshower to see what is in it.
problem-newer-parts = { $file }: a newer Sunshower wrote parts that are not known here ({ $what }). Everything else is shown, and those parts are kept as they are.
problem-cannot-read = { $file }: the system did not let it be read ({ $reason }). It was left as it is.
problem-bad-record = { $file }: one record near line { $line } cannot be understood ({ $what }). The others are shown, and this one is kept as it is.
problem-wrong-month = { $file }: a record of { $day } lies in the file of another month. It is shown, and the file is left as it is.
problem-bad-value = { $file }: { $what } is outside what is possible. It is shown as near as can be, and stays as it is until you change it.
problem-unknown-file = { $file }: Sunshower does not know this file. It was left as it is.

## The folder
folder-opening = Opening your journal.
closed-title = Your journal could not be opened
closed-title-not-found = Your journal is not there right now
closed-title-in-use = Sunshower is open already
closed-not-found = It was in { $folder } before, and now there is nothing. If it is on a drive or a share, connect it and try again.
closed-not-a-folder = { $folder } is a file. A journal needs a folder of its own.
closed-not-ours = { $folder } holds other things and no journal. Choose an empty folder, or the one your journal is in.
closed-marker-missing = The journal's files are in { $folder }, but sunshower-vault.ron is missing. If the folder is still being copied or synchronised, wait and try again.
closed-marker-damaged = sunshower-vault.ron in { $folder } cannot be read. Your months are still there. A backup can put it back.
closed-marker-changed = Another journal is in { $folder } than the one that was there before. If you meant that, name its folder with --data-dir.
closed-in-use = Another window has { $folder } open. Two at once could write over each other.
closed-unreadable = { $folder } cannot be read: { $reason }.
closed-nothing-changed = Nothing was changed.
open-again = Try again
folder-backup = Bring back a backup
vanished-title = Some of your journal is missing
vanished-records = { $n ->
    [one] One record was there last time and is not there now.
   *[other] { $n } records were there last time and are not there now.
}
vanished-files = { $n ->
    [one] This file is gone: { $files }.
   *[other] These files are gone: { $files }.
}
vanished-files-and-more = These files are gone: { $files } and { $n } more.
vanished-nothing-written = If the folder is still being copied or synchronised, wait and look again. Nothing is written before you answer.
vanished-look-again = Look again
vanished-accept = It is right as it is

## Settings
settings-title = Settings
settings-look = Look
theme-dusk = Dusk
theme-morning = Morning
theme-contrast = High contrast
settings-language = Language
settings-as-system = As the computer has it
settings-clock = Clock
settings-clock-24 = 20:30
settings-clock-12 = 8:30 pm
settings-text = Size of text
settings-text-percent = Text { $percent } %
settings-reduced-motion = Nothing moves, also while breathing
settings-motion-of-desktop = As this desktop is set.
settings-fullscreen = Start on the whole screen
settings-days = Days
settings-day-starts-name = When a day starts
settings-day-starts = A day starts at { $time }
settings-day-starts-line = Until then it is still the day before. What is kept already stays on its day.
settings-data = Your data
settings-data-line = Everything stays on this computer, as text files you can read, in
settings-saved = Last saved { $when }.
settings-saving = Being saved.
settings-nothing-to-save = Everything is saved.
settings-trash = { $n ->
    [0] Trash, empty
    [one] Trash, one thing
   *[other] Trash, { $n } things
}
settings-backups = Backups
settings-demo = This is a made-up journal. Your own is not touched.
settings-toggle-fullscreen = Whole screen on or off
settings-quit = Leave Sunshower

## Check
check-evenings = evenings { $n }
check-check-ins = check-ins { $n }
check-tears = tears { $n }
check-planned = planned { $n }
## Journal

journal-title = Journal
journal-check-in-now = Check in now
journal-log-tears = Log tears
journal-empty = Nothing here yet. Evenings, check-ins and tears gather here, day by day.
journal-marked = tears marked
journal-not-answered = not answered
journal-no-time = no time
journal-check-in = { $moment }: { $words }
journal-tears = Tears
journal-reflection = Reflection: { $text }
journal-reflection-empty = Reflection
journal-write = Write something
journal-letter = A letter to nobody
journal-letter-row = Letter: { $text }
journal-add-evening = Add an evening
journal-nothing-today = Nothing to note today
journal-more = More
journal-narrow = Narrow down
journal-search = Search
journal-search-hint = a title, a word, something you wrote
journal-all = Everything
journal-evenings = Evenings
journal-check-ins = Check-ins
journal-outside = Tears outside evenings
journal-words = What I wrote
journal-joys = Small joys
journal-with-tears = With tears
journal-with-note = With a note
journal-mood-low = Unpleasant
journal-mood-middle = In between
journal-mood-high = Pleasant
journal-nothing-found = Nothing like this is in the journal.
journal-clear = Show everything
journal-count = { $n ->
    [one] One thing, newest first
   *[other] { $n } things, newest first
}
journal-joy = Small joy: { $text }
journal-back = Back

## One evening of the past

evening-page-times = { $from } to { $until }
evening-page-from = from { $from }
evening-page-length-unknown = length not known
evening-page-item = { $length } · rename
evening-page-name = Title
evening-page-name-hint = What you watched
evening-page-intention = For this evening
evening-page-how = How it was
evening-page-tears = The tears
evening-page-welled = That your eyes filled is kept, and not counted as tears.
evening-page-kinds = What they were made of
evening-page-feel = Compared with before
evening-page-chips = Anything that was true
evening-page-marks = Tears in the film
evening-page-mark = Moment { $n }
evening-page-mark-minute = Film minute of moment { $n }
evening-page-no-marks = None were marked while it ran.
evening-page-removed = { $mark }, removed
evening-page-put-back = Put it back
evening-page-mark-in = { $name }, { $minute }
evening-page-add-tears = Add tears I remember
evening-page-check-ins = Check-ins
evening-page-pleasant = pleasant { $n } of 100
evening-page-stirred = stirred up { $n } of 100
evening-page-breaks = Breaks
evening-page-break-at = Break at { $time }:
evening-page-break-minutes = { $minutes ->
    [0] less than a minute
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
evening-page-words = What you wrote
evening-page-open = open
evening-page-joy = Small joy
evening-page-joy-happened = It happened.
evening-page-joy-not-yet = It did not happen, and that is fine.
evening-page-delete = Delete this evening

## Tears, described

cry-title = Tears
cry-line = Logged for { $day }. Add anything you like, or nothing.
cry-how-much = How much
cry-kinds = What they were made of
cry-company = Where, or with whom
cry-reason = What it was about
cry-how-long = How long
cry-not-said = not said
cry-day = The day
cry-in-film = Where in the film
cry-item = Which one
cry-minute = Film minute
cry-at-minute = minute { $minute }
cry-no-minute = no minute
cry-no-minute-choice = Leave the minute open
cry-note = In your own words
cry-note-hint = As much or as little as you like
cry-slip = It was a slip

## A reflection

reflection-title = Looking back
reflection-name = What you wrote
reflection-hint = As much or as little as you like
reflection-delete = Delete this reflection

## Insights

insights-title = Insights
insights-empty = Nothing here yet. After an evening or a check-in, dots will appear.
insights-month = month
insights-three-months = 3 months
insights-year = year
insights-everything = everything
insights-date = { $day } { $month }
insights-date-of-another-year = { $day } { $month } { $year }
insights-short-date = { $day } { $month }
insights-short-month = { $n ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}

## The chart of mood

mood-title = Mood
mood-closer = Look closer at mood
mood-none = No check-ins in this time.
mood-dots-only = { $n ->
    [one] One check-in
   *[other] { $n } check-ins
}, dots only until there are ten
mood-far-apart = { $n } check-ins, too far apart for a line
mood-with-line = { $n } check-ins, a 7-day line through them
mood-dot = { $when }
    { $height } of 100
mood-summary-one = One check-in, on { $first }, at { $median }, where 0 is unpleasant and 100 is pleasant.
mood-summary-one-day = { $n } check-ins on { $first } lie between { $lowest } and { $highest }, where 0 is unpleasant and 100 is pleasant.
mood-summary-dots = { $n } check-ins from { $first } to { $last } lie between { $lowest } and { $highest }, the middle one at { $median }, where 0 is unpleasant and 100 is pleasant.
mood-summary-line = { $n } check-ins from { $first } to { $last } lie between { $lowest } and { $highest }, where 0 is unpleasant and 100 is pleasant; the line begins at { $begins } and ends at { $ends }.

## The chart of tears

crying-chart-title = Tears
tears-closer = Look closer at tears
crying-chart-per-week = per week
crying-chart-per-month = per month
crying-chart-nothing-known = Nothing is known of this time.
crying-chart-none = No tears noted in this time
crying-chart-inside = { $inside } in evenings
crying-chart-outside = { $outside } outside evenings (outlined)
crying-chart-both = { $inside } in evenings, { $outside } outside (outlined)
crying-chart-week-from = Week from { $day }
crying-chart-weeks = { $n ->
    [one] one week
   *[other] { $n } weeks
}
crying-chart-months = { $n ->
    [one] one month
   *[other] { $n } months
}
crying-chart-in-week-from = in the week from { $day }
crying-chart-in-month = in { $month }
crying-chart-summary-none = Something is known of { $known } of { $days } days in { $time }.
crying-chart-summary-one = Tears came once in { $time }, { $when }.
crying-chart-summary-once-each = Tears came { $n } times in { $time }, at most once in each.
crying-chart-summary = Tears came { $n } times in { $time }, most often { $when }: { $most ->
    [2] twice
   *[other] { $most } times
}.
crying-chart-zero-week = No bar: a week with no tears noted.
crying-chart-zero-month = No bar: a month with no tears noted.
crying-chart-gap-week = A dot: a week nothing is known of.
crying-chart-gap-month = A dot: a month nothing is known of.
crying-chart-band-week = The band is your usual range: { $low } to { $high } a week.
crying-chart-band-month = The band is your usual range: { $low } to { $high } a month.
crying-chart-months-only = Weeks would be too thin to see here, so these are months.
crying-chart-bar = { $when }
    { $inside } in evenings, { $outside } outside
    { $known } of { $days } days known
crying-chart-gap = { $when }
    nothing is known

## What is written, added and changed

write-title = In your own words
write-line = For looking back. Nothing here is ever changed but by you.
write-keep = Keep it
letter-title = A letter to nobody
letter-line = Nobody is sent this. Keep it, or burn it: then nothing of it is left.
letter-hint = Dear …
letter-burn = Burn it
letter-burn-now = Yes, burn it
letter-burn-title = Burn this letter?
letter-burn-not = Not now
letter-burn-question = It cannot come back.
notice-burnt = It is gone.
notice-nothing-today = Noted: nothing to note today.
joy-title = A small joy
joy-question = Did it happen?
joy-asked = A while ago you planned a small joy: “{ $text }”. Did it happen?
joy-planned = Planned
joy-happened = It happened
joy-not-yet = Not this time
joy-delete = Delete this joy
evening-items-title = What was watched
evening-around-title = The evening around it
evening-around-care = Afterwards
evening-day = The day
evening-began = Began
evening-film-ended = Film over
evening-times-line = The two later check-ins count from the end of the film.
evening-page-change-items = Change what was watched
evening-page-change-around = Change the rest
evening-page-change-day = Change the day and the rest
evening-page-add-check-in = Add one you remember
evening-page-break-length = How long
settings-paused = Pause tracking
settings-paused-line = No check-in is asked for and the charts rest, until you want them again. Nothing is deleted.
insights-paused = Tracking is paused, so the charts rest.
insights-go-on = Go on tracking

## A page to take along
export-title = A page from Sunshower
export-until = Everything up to { $until }
export-from-until = { $from } to { $until }
export-made = Made on { $day }.
export-honest = Self-reported in Sunshower; not a clinical measurement.
export-known = Something is known of { $known } of { $days ->
    [one] one day
   *[other] { $days } days
}. A day of which nothing is known is not a day without tears.
export-nothing = There is nothing in this time.
export-scale = 0 is unpleasant, 100 is pleasant.
export-tears = { $n ->
    [0] No tears are noted in this time.
    [one] Tears came once: { $inside } in evenings, { $outside } outside them.
   *[other] Tears came { $n } times: { $inside } in evenings, { $outside } outside them.
}
export-tears-legend = Filled: in evenings. Outlined: outside them. A dot: a month nothing is known of.
export-around-legend = A thin line is one evening. A thick one is the middle of at least { $least } evenings. Dashed: without tears, or not answered.
export-evenings = Evenings
export-evenings-under = { $n ->
    [0] No evenings in this time.
    [one] One evening
   *[other] { $n } evenings
}
export-head-feel = afterwards it felt
export-not-said = The sign – stands where nothing was said, which is not the same as no.
export-own-words = In my own words

take-along-title = A page to take along
take-along-line = For yourself, or for somebody who helps you. It prints well, and holds nothing but what you choose.
take-along-time = How far back
take-along-parts = What goes in
take-along-notes = My own notes
take-along-save = Save the page
take-along-tables = Save tables for a spreadsheet
take-along-saved = It is saved as { $path }
take-along-tables-line = The tables hold everything of that time, your own words too.
take-along-careful = It is an ordinary file: whoever can open it can read it.
take-along-open = Open it
take-along-failed = It could not be saved: { $reason }. Nothing in your journal was changed.
export-written = It is in { $file }.
export-failed = Nothing was written: { $reason }.
export-backwards = Nothing was written: the last day lies before the first one.

## One chart and what it says

chart-as-table = As a table
chart-keys = Left and right lead along the chart; OK opens what is there.
chart-keys-read = Left and right lead along the chart.

around-title = Before, after, later
around-none = No evening with two check-ins in this time.
around-under = { $with } with tears, { $without } without (dashed)
around-under-unanswered = { $with } with tears, { $without } without and { $n } not answered (both dashed)
around-before = before
around-after = right after
around-plus20 = 20 min later
around-plus90 = 90 min later
around-with = with tears
around-without = without tears
around-unanswered = not answered
around-not-said = –
around-head = { $day }, { $tears }
around-head-tears = tears
around-value = { $moment } { $height }
around-summary-few = Under six evenings of a kind there is no middle one to speak of.
around-summary-with = The middle of your evenings with tears: { $moments }.
around-summary-without = The middle of those without: { $moments }.
around-latest = Lines are drawn for the latest 200 evenings; the middle ones count all.
around-table-title = Before, after, later as a table
around-table-under = { $under }, newest first; 0 is unpleasant, 100 is pleasant

relief-question = Does it help me?
relief-row = Does it help me? Before, after, later
relief-choice-after = right after
relief-choice-plus20 = after 20 minutes
relief-choice-plus90 = after 90 minutes
relief-after = right after the film
relief-plus20 = 20 minutes later
relief-plus90 = 90 minutes later
relief-too-few = { $n } of { $least } evenings with tears have both check-ins: too few to see a pattern.
relief-brighter = On your evenings with tears you were usually brighter { $later } than before: about { $mean }, likely between { $low } and { $high }, from { $n } evenings.
relief-low-start = Part of such a rise comes by itself when an evening starts low.
relief-lower = On your evenings with tears you were more often lower { $later } than before: about { $mean }, likely between { $low } and { $high }, from { $n } evenings.
relief-lower-line = Something lighter, company, or leaving it for now may suit you better.
relief-dip-line = Being lower right after the film is common; ninety minutes later says more.
relief-no-pattern = No clear pattern yet. That is an answer too.
relief-numbers = { $n } evenings with tears: about { $mean } { $later }, likely between { $low } and { $high }.
relief-without = Your { $n } evenings without tears: about { $mean }.
relief-apart = The evenings with tears lie { $low } to { $high } from those without, with a chance of eight in ten. That does not say what caused it.

usual-question = More than usual?
usual-unknown = There is not enough to compare with yet: it takes 14 known days in the last 4 weeks, and before that 8 known weeks and 5 times with tears.
usual-counts = { $n ->
    [0] No tears noted
    [one] Once
   *[other] { $n } times
} on the { $days } known days of the last 4 weeks; on as many days of the 12 weeks before it was about { $usual }.
usual-within = Ups and downs of this size are common.
usual-more = That is more than the weeks before would lead one to expect; ups and downs are common, and there can be many reasons or none.
usual-fewer = That is fewer than the weeks before would lead one to expect; ups and downs are common, and there can be many reasons or none.

others-question = What do others report?
others-said = There is no right amount. Students in about 31 countries reported one to three times a month on average, many never and many far more often; where people feel free to show feelings, they cry more.
others-sources = Vingerhoets and Becht 2002 (International Study on Adult Crying: 2.7 and 1.0 a month); Frey and others 1983 (diaries of 331 volunteers in the 1980s: 5.3 and 1.3 a month); van Hemert and others 2011.
others-lines = Faint lines in the chart
others-by-gender = Women and men apart, as the surveys did
others-diaries = 1980s diaries
others-students = 31 countries
others-upper = { $survey }, upper mean
others-lower = { $survey }, lower mean
others-women = { $survey }, women
others-men = { $survey }, men

moves-title = What moves me
moves-none = No evening in this time says whether there were tears.
moves-under = { $n ->
    [one] One evening that says whether there were tears
   *[other] { $n } evenings that say whether there were tears
}
moves-summary = { $title } came with tears most often: in { $moved } of { $known } evenings.
moves-summary-tie = Tears came with { $n } titles equally often: { $moved ->
    [one] once
   *[other] { $moved } times
} each.
moves-summary-one = One evening, with tears: { $title }.
moves-summary-none = { $n ->
    [one] One evening, without tears.
   *[other] { $n } evenings, none of them with tears.
}
moves-counts = { $moved } of { $known }
moves-tears = tears in { $counts }
moves-minute = from minute { $minute }
moves-change = { $change } after the film
moves-more = { $n ->
    [one] One more title is in the table.
   *[other] { $n } more titles are in the table.
}
moves-kinds = By kind of title
moves-kind = { $kind } (kind of title)
moves-row = { $title }: { $history }
moves-head-title = title
moves-head-tears = tears
moves-head-minute = minute
moves-head-change = change after
moves-table-title = What moves me as a table

times-title = When tears come
times-by-day = By day of the week.
times-by-hour = By time of day.
times-none = No tears noted in this time.
times-under = { $n ->
    [one] Once
   *[other] { $n } times
}; the hour is known of { $timed ->
    [0] none
   *[other] { $timed }
}
times-summary-day = most often on a { $day } ({ $n })
times-summary = Tears came most often between { $from } and { $until }: { $n } of { $timed }; and { $day }.
times-summary-hours = Tears came most often between { $from } and { $until }: { $n } of { $timed }.
times-summary-days = Tears came { $day }.
times-summary-few = Too few to say when they come most often.
times-hour = { $from } to { $until }
    { $n ->
        [0] no tears noted
        [one] once
       *[other] { $n } times
    }
times-weekday = { $day }
    { $n ->
        [0] no tears noted
        [one] once
       *[other] { $n } times
    }
    { $known ->
        [one] one such day known
       *[other] { $known } such days known
    }
times-range = { $from } to { $until }
times-length-one = One evening is known from begin to end: { $middle }.
times-lengths = { $n } evenings are known from begin to end: { $shortest } to { $longest }, the middle one { $middle }.
times-head-when = when
times-head-tears = tears
times-table-title = When tears come as a table

pauses-title = Breaks and breathing
pauses-none = No breaks and no breathing in this time.
pauses-under = { $minutes } min of breathing, { $n ->
    [0] no breaks
    [one] one break
   *[other] { $n } breaks
}
pauses-bar = { $when }
    { $inside } min in breaks
    { $outside } min outside (outlined)
pauses-gap = { $when }
    nothing is known
pauses-summary = Breathing: { $inside } min in breaks and { $outside } min outside them.
pauses-summary-helped = After { $answered ->
    [one] the one break
   *[other] { $answered } breaks
} of which you said: easier { $easier }, the same { $same }, harder { $harder }.
pauses-helped = How it was after a break
pauses-kind = { $kind }: { $n ->
    [one] one break
   *[other] { $n } breaks
}; easier { $easier }, the same { $same }, harder { $harder }
pauses-head-what = what
pauses-head-breaks = breaks
pauses-head-easier = easier
pauses-head-same = same
pauses-head-harder = harder
pauses-head-minutes = min
pauses-table-title = Breaks and breathing as a table

year-title = A year in pixels
year-name = Year
year-under = { $year }: something is known of { $n ->
    [one] one day
   *[other] { $n } days
}
year-summary = In { $year }, { $mood ->
    [one] one day says
   *[other] { $mood } days say
} how it was, and { $tears ->
    [0] none
    [one] one
   *[other] { $tears }
} had tears.
mood-caption = A diamond belongs to an evening, a circle to any other time.
year-caption = The higher a day is filled, the pleasanter it was; a drop is tears; an empty square is a day you were here and noted no tears; a point is a day nothing is known of.
year-nothing-known = nothing is known
year-pleasant = { $mean } of 100, { $n ->
    [one] one check-in
   *[other] { $n } check-ins
}
year-cries = { $n ->
    [one] tears once
   *[other] tears { $n } times
}
year-evenings = { $n ->
    [one] one evening
   *[other] { $n } evenings
}
year-no-tears = no tears noted
year-head-pleasant = pleasant
year-head-tears = tears
year-head-evenings = evenings
year-table-title = A year as a table

## A chart as a table

table-mood-title = Mood as a table
table-mood-under = { $n ->
    [one] One check-in
   *[other] { $n } check-ins
} on { $days ->
    [one] one day
   *[other] { $days } days
}, newest first; 0 is unpleasant, 100 is pleasant
table-crying-title = Tears as a table
table-crying-under = { $inside } in evenings, { $outside } outside, newest first
table-crying-row = { $when }: { $inside } in evenings, { $outside } outside, { $known } of { $days } days known
table-crying-row-gap = { $when }: nothing is known
table-earlier = Earlier
table-later = Later
table-done = Done
table-place = Page { $page } of { $pages }
table-day = day
table-check-ins = check-ins
table-mean = average
table-lowest = lowest
table-highest = highest
table-line = line
table-week = week from
table-month = month
table-inside = in evenings
table-outside = outside
table-known = days known
table-known-days = { $known } of { $days }
table-not-known = not known
table-mood-row-one = { $day }: one check-in at { $mean }
table-mood-row-one-line = { $day }: one check-in at { $mean }; line at { $line }
table-mood-row = { $day }: { $n } check-ins between { $lowest } and { $highest }, average { $mean }
table-mood-row-line = { $day }: { $n } check-ins between { $lowest } and { $highest }, average { $mean }; line at { $line }

## Looking after the files, from the command line

check-two-versions = { $n ->
    [one] One thing has two versions, from two computers. Sunshower shows both, to choose.
   *[other] { $n } things have two versions, from two computers. Sunshower shows both, to choose.
}
check-vanished = If the folder is still being copied or synchronised, wait. Else open Sunshower: it asks, and can bring back a backup.
check-copy = { $file }: a copy made by a synchronising program. Sunshower takes it in when it is opened next.
repair-failed = Not everything could be mended: { $reason }. It can be tried again.
repair-nothing = There is nothing to mend.
repair-laid-back = { $n ->
    [one] One file came back from the newest backup.
   *[other] { $n } files came back from the newest backup.
}
repair-records = { $n ->
    [one] One record of a damaged file could still be read or was in a backup. It is saved anew.
   *[other] { $n } records of damaged files could still be read or were in a backup. They are saved anew.
}
repair-copies = { $n ->
    [one] What was in one copy made by a synchronising program is in the journal. The copy is in the trash.
   *[other] What was in { $n } copies made by a synchronising program is in the journal. The copies are in the trash.
}
repair-damaged = { $file } was damaged. It is kept in { $folder }.
backup-exists = { $file } is there already. Nothing was written; choose another name.
backup-written = { $n ->
    [one] One file is in { $file }.
   *[other] { $n } files are in { $file }.
}
backup-failed = No backup was written: { $reason }.
restore-none = There are no backups of this folder yet. One is made before the first thing that is saved on a day.
restore-line = { $n }: { $when }, { $files ->
    [one] one file
   *[other] { $files } files
}
restore-no-such = There is no backup with the number { $n }. “sunshower restore” lists them.
restore-no-zip = { $file } cannot be used: { $reason }.
restore-would-lay-back = { $n ->
    [one] One file would be laid back in { $folder }. What is there stays as it is.
   *[other] { $n } files would be laid back in { $folder }. What is there stays as it is.
}
restore-say-yes = Nothing was changed yet. To do it, say it again with --yes.
restore-laid-back = { $n ->
    [one] One file is back in { $folder }.
   *[other] { $n } files are back in { $folder }.
}
restore-failed = It was not brought back: { $reason }. It can be tried again.
restore-done = It is back. A backup of what was there before was made first.
preview-evenings = { $n ->
    [one] One evening comes back.
   *[other] { $n } evenings come back.
}
preview-check-ins = { $n ->
    [one] One check-in comes back.
   *[other] { $n } check-ins come back.
}
preview-cries = { $n ->
    [one] Tears on one occasion come back.
   *[other] Tears on { $n } occasions come back.
}
preview-reflections = { $n ->
    [one] One reflection comes back.
   *[other] { $n } reflections come back.
}
preview-joys = { $n ->
    [one] One small joy comes back.
   *[other] { $n } small joys come back.
}
preview-breaths = { $n ->
    [one] Breathing on one occasion comes back.
   *[other] Breathing on { $n } occasions comes back.
}
preview-patterns = { $n ->
    [one] One way to breathe comes back.
   *[other] { $n } ways to breathe come back.
}
preview-plans = { $n ->
    [one] One kept evening comes back.
   *[other] { $n } kept evenings come back.
}
preview-change-back = { $n ->
    [one] One thing that was changed since reads as it did then.
   *[other] { $n } things that were changed since read as they did then.
}
preview-stay = { $n ->
    [one] One thing made since then stays.
   *[other] { $n } things made since then stay.
}
preview-erased = { $n ->
    [one] One thing that was erased for good stays erased.
   *[other] { $n } things that were erased for good stay erased.
}
preview-unreadable = { $n ->
    [one] One of its files cannot be read any more. What was in it does not come back.
   *[other] { $n } of its files cannot be read any more. What was in them does not come back.
}
preview-nothing = Everything of that time already reads as it did then.

## The trash

trash-title = Trash
trash-line = What you delete stays here for { $days } days. Then it goes by itself.
trash-empty = Nothing lies here. What you delete can be brought back from here for { $days } days.
trash-read-only = The journal can only be read right now. What lies here stays.
trash-evening = { $name }, { $day }
trash-plan = Kept for later: { $name }
trash-tears = Tears, { $day }
trash-tears-note = Tears, { $day }: “{ $text }”
trash-check-in = { $what } · { $day }
trash-reflection = Reflection: “{ $text }”
trash-reflection-empty = Reflection, { $day }
trash-joy = Small joy: “{ $text }”
trash-breath = Breathing, { $day }
trash-pattern = A way to breathe: “{ $text }”
trash-day = Note of { $day }
trash-more = { $n ->
    [one] and one more that belonged to it
   *[other] and { $n } more that belonged to it
}
trash-when = deleted { $day }, stays until { $until }
trash-when-elsewhere = deleted { $day } on another computer, stays until { $until }
trash-bring-back = Bring back
trash-erase = Erase for good
trash-erase-all = Erase everything in the trash for good
erase-title = Erase for good?
erase-all = { $n ->
    [one] The one thing in the trash
   *[other] All { $n } things in the trash
}
erase-and-more = and { $n } more
erase-line = Nothing of it stays in the journal, in drafts, in the trash or in the backups on this computer. Other computers follow when they next open this journal. It cannot be brought back.
erase-out-of-reach = Copies made outside Sunshower are out of its reach: ZIP files of your own, file versions kept by Syncthing, old blocks on a disk.
erase-keep = Keep it

## Backups

backups-title = Backups
backups-line = One is made before the first change of a day, and before anything large. They lie on this computer, apart from your journal.
backups-looking = Looking…
backups-none = There are none yet. The first one is made before the next change.
backups-trouble = The backups could not be looked at: { $reason }.
backups-row = { $when }, { $why }
backups-number = number { $n }
backups-files = { $n ->
    [one] one file
   *[other] { $n } files
}
backup-why-first-of-day = before the first change of the day
backup-why-before-restore = before an older one was brought back
backup-why-before-repair = before files were mended
backup-why-before-merge = before another computer's files came in
backup-why-before-migration = before files were brought into a newer form
backup-why-by-hand = because you asked
backup-why-other = for a newer Sunshower ({ $why })
backup-title = Backup { $n }
backup-reading = Looking…
backup-laid-back = { $n ->
    [one] One file of { $day } is laid back where the journal was. Nothing that is there is overwritten.
   *[other] { $n } files of { $day } are laid back where the journal was. Nothing that is there is overwritten.
}
backup-left-out = { $n ->
    [one] One file could not be read at the time and is not in it.
   *[other] { $n } files could not be read at the time and are not in it.
}
backup-first = A backup of today is made first.
backup-read-only = The journal can only be read right now, so nothing can be brought back into it.
backup-bring-back = Bring this back
backup-under-way = Bringing it back
backup-done = It is back.
backup-not-done = It could not be brought back: { $reason }. Nothing is lost, and it can be tried again.

## Two versions

versions-title = Two versions
versions-line = Two computers changed this before either heard of the other. Which one stays?
versions-here = From this computer
versions-elsewhere = From another computer
versions-elsewhere-named = From another computer, { $name }
versions-keep = Keep this one
versions-keep-both = Keep both texts
versions-later = Decide later
versions-one = There is one version now.
versions-small = They differ only in something that is not shown here.
versions-mark = { $n ->
    [2] two versions
   *[other] { $n } versions
}
versions-of-this = Two versions of this, from two computers
versions-waiting = { $n ->
    [one] One thing has two versions
   *[other] { $n } things have two versions
}
version-moment = When
version-words = Words
version-happened = Whether it happened
version-day = The day
version-opened = opened
version-nothing = nothing to log
version-paused = paused

## The shelf
room-shelf = Shelf
shelf-title = Shelf
shelf-add = Add a title
shelf-skip = { $n ->
    [0] Skip titles with …
   *[other] Skipping { $n }
}
shelf-search = Search the shelf
shelf-search-hint = Search by name, year or theme
shelf-all = Everything
shelf-wanted = Want to see
shelf-seen = Seen
shelf-own = Added by me
shelf-hidden = Off the shelf
shelf-count = { $n ->
    [one] One title
   *[other] { $n } titles
}
shelf-nothing-found = Nothing on the shelf answers that.
shelf-clear = Show everything
shelf-nothing-wanted = Nothing is marked yet. “Want to see” is on the page of each title.
shelf-nothing-seen = Nothing yet. What was watched in an evening comes here by itself.
shelf-nothing-own = Nothing added yet. A letter, an album or a chapter has a place here too.
shelf-nothing-hidden = Nothing was taken off the shelf.
shelf-nothing = The shelf is empty. The titles that come with Sunshower are switched off in the settings.
form-film = Film
form-series = Series
form-short = Short film
form-clip = Clip
form-letter = Letter
form-album = Album
form-chapter = Chapter of a book
form-other = Something else
tone-tender-sad = tender and sad
tone-grim-sad = grim and sad
tone-heart-warming = heartwarming
tone-romance = romance
tone-happy-tears = happy tears
tone-comfort-comedy = comfort comedy
note-pet-death = a pet dies
note-animal-harm = harm to animals
note-child-death = a child dies
note-child-peril = a child in danger
note-parent-death = a parent dies
note-partner-death = a partner dies
note-grief = grief
note-terminal-illness = fatal illness
note-cancer = cancer
note-dementia = dementia
note-birth-loss = loss around birth
note-suicide = suicide
note-suicide-mention = suicide is spoken of
note-self-harm = harm to oneself
note-assisted-dying = assisted dying
note-war = war
note-genocide = genocide
note-disaster = disaster
note-violence = violence
note-abuse = abuse
note-child-abuse = abuse of a child
note-sexual-content = sex
note-sexual-violence = sexual violence
note-addiction = addiction
note-bullying = bullying
note-racism = racism
note-homophobia = homophobia
note-ableism = ableism
note-poverty = poverty
note-breakup = a breakup
note-infidelity = infidelity
note-execution = execution
note-medical = hospital scenes
note-flashing-lights = flashing lights

## Choosing
choose-title = Choose for tonight
choose-title-then = Choose for { $day }
choose-fits = Fits before { $bed }
choose-open = { $length }, ends { $ends }
choose-ends = { $length }, fits: ends { $ends }
choose-ends-late = { $length }, ends { $ends }: too late to be in bed by { $bed }
wish-gentle = Gentle
wish-let-it-out = Let it all out
wish-happy-tears = Happy tears
wish-comedy = A comedy that lifts
wish-short = Under 30 minutes
wish-works = Something I know works
wish-surprise = Surprise me, gently
choose-none = Nothing on the shelf answers that tonight.
choose-none-works = No title has moved you yet in an evening kept here. Once one has, it is found here.
choose-others = Three others
choose-more = Show more
choose-left-out = { $n ->
    [one] One title was left out
   *[other] { $n } titles were left out
}
left-out-skipped = { $n } with something you skip: { $note }
left-out-never = { $n } with suicide, self-harm or assisted dying. These are never suggested, and can be looked for by name.
left-out-long = { $n } too long for tonight
reason-moved = it moved you { $times } of { $of } times
reason-wanted = you want to see it
reason-long-ago = you have not seen it for a year
reason-new-and-fits = new to you, and fits before { $bed }
reason-new = new to you
skip-title = Skip titles with …
skip-line = What is chosen here is left out when the app suggests something. How many titles that were, and why, is said when you ask. The notes on titles may be incomplete.

## One title
title-tonight = Watch this tonight
title-tonight-take = Take this for tonight
title-for-then = Take it for { $day }
title-tonight-episodes = { $n ->
    [one] Watch the next episode tonight
   *[other] Watch { $n } episodes tonight
}
title-episodes = Episodes tonight
title-episodes-n = { $n ->
    [one] one episode
   *[other] { $n } episodes, a break between them
}
title-next-episode = Next: season { $season }, episode { $episode }
title-all-seen = All episodes were seen. It begins again with the first.
title-open = Open where it plays
title-want = Want to see
title-seen = Seen
title-said-yes = yes
title-change = Change
title-hide = Take it off the shelf
title-unhide = Put it back on the shelf
title-delete = Delete
title-reset = As the catalogue has it
title-notes-show = What is in it
title-notes-hide = Hide what is in it
title-notes = { $notes }. This may be incomplete.
title-no-notes = Nothing is known. That does not mean there is nothing.
title-remark = More about it, which may give the story away: { $remark }
title-doubtful = Some facts about it are not certain.
title-original = Original name: { $name }
title-found-at = To be found: { $where }
title-themes = About { $themes }
title-never = Not watched in any evening here yet.
title-times = { $n ->
    [one] Watched once, last on { $day }
   *[other] Watched { $n } times, last on { $day }
}
title-moved = Tears in { $moved } of { $known }
title-minute = Tears in { $moved } of { $known }, usually around minute { $minute }
title-change-up = { $n ->
    [one] Afterwards { $by } of 100 more pleasant, on one evening
   *[other] Afterwards { $by } of 100 more pleasant, the median of { $n } evenings
}
title-change-down = { $n ->
    [one] Afterwards { $by } of 100 less pleasant, on one evening
   *[other] Afterwards { $by } of 100 less pleasant, the median of { $n } evenings
}
title-change-same = { $n ->
    [one] Afterwards as pleasant as before, on one evening
   *[other] Afterwards as pleasant as before, the median of { $n } evenings
}
title-note = Your note
title-gone = This title is not on the shelf any more.
add-title = Add a title
edit-title = Change
edit-name = Name
edit-name-hint = What it is called
edit-no-name = A name is all it needs.
edit-double = “{ $name }” is on the shelf already. Two of one name are fine too.
edit-show-double = Show that one
edit-form = What it is
edit-length = Length
edit-length-episode = Length of an episode
edit-year = Year
edit-year-hint = Year, if you like
edit-year-odd = A year has four digits, from 1880 to 2100. The last one is kept.
edit-kinds = What it does
edit-notes = What is in it
edit-notes-removed = Not in it
edit-empty-means = Empty means: as the catalogue has it.
edit-drop = Drop it
edit-notes-more = Mark what is in it
edit-themes = About
edit-themes-hint = A theme, in a word or two
edit-seasons = Seasons
edit-season = Season { $season }
edit-season-episodes = { $n ->
    [one] one episode
   *[other] { $n } episodes
}
edit-season-add = Add a season
edit-found-at = Where it is to be found
edit-found-at-hint = A service, a shelf at home
edit-link = Link
edit-link-hint = https://
edit-link-odd = Only addresses that begin with https:// are opened. It is kept as you wrote it.
edit-note = Your note
edit-note-hint = Whatever you like to remember
edit-keep = Keep it
plays-title = Open where it plays
plays-line = This opens your browser, and only now. Sunshower itself asks no one anything.
plays-own = Your link
plays-search = Look for it on { $name }
plays-own-odd = Your link does not begin with https:// and is not opened: { $link }
plays-change-list = Change this list
plays-list-odd = The list of places in your folder cannot be used, so the usual one is here. players.ron: { $why }
list-trouble-line = line { $n }
notice-players-copied = players.ron lies in your folder now. Change it with any editor; it is read at the next start.
notice-opened = Opened in your browser.
notice-not-opened = It could not be opened: { $address }
notice-title-kept = It is on the shelf.
notice-pattern-kept = Kept, and chosen.

## The calendar
weekday-short = { $n ->
    [1] Mo
    [2] Tu
    [3] We
    [4] Th
    [5] Fr
    [6] Sa
   *[7] Su
}
calendar-title = Evenings to come
calendar-open = Calendar
calendar-month = Month
calendar-nothing = Nothing is kept for { $day }.
calendar-plan = Plan an evening for this day
calendar-past = That day has passed.
calendar-day-marked = { $n ->
    [one] { $day }, one evening
   *[other] { $day }, { $n } evenings
}
start-collides = At that time another evening is kept: { $name }, { $from } to about { $until }. Both may stay.
start-weekly = Every week
start-weekly-line = When this evening begins, or its day has passed, the next one is a week later.
start-copy = Copy to another day
kept-weekly = every week
plan-copied = Copied. This is the copy: choose its day.
remind-soon = Kept for { $time }: { $name }
remind-now = It is time for { $name }, if you still like.
remind-take = Take it up
notify-title = Sunshower
notify-body = Something is kept for this evening.

## Settings of the shelf
settings-shelf = Shelf
settings-catalogue = Titles that come with Sunshower
settings-notify = A desktop note when a kept evening comes up
settings-notify-line = It names no title, and comes only while Sunshower is open in the background.
settings-notify-fails = This desktop showed no note. On the page of tonight it is said in any case.
preview-titles = { $n ->
    [one] One title, or what you said about it, comes back.
   *[other] { $n } titles, or what you said about them, come back.
}
trash-title-of = Title: { $name }
trash-title-edits = What you said about { $name }
tonight-choose = Choose

## Care
care-title = Care
care-house-line = Many people feel better after a cry, many feel the same, some feel worse. Here you can find out gently what it is for you.
care-not-medical = Sunshower is company, not medical care. It cannot tell how you are, and no one reads what you write here. If you are in danger, ring your local emergency number.
care-guide = The guide
care-guide-line = Short cards on such evenings, and on tears
care-check = Check in with myself
care-check-line = Four questions, only for you
care-reach = Reaching for support
care-reach-line = Whom to ask, and how to begin
care-talk-line = Your own contact, a line to ring, and one for every country

## The guide
guide-title = The guide
guide-line = Each takes half a minute. Read any, in any order.
guide-away = put away
guide-put-away = Do not offer this one again
guide-put-back = Offer it again
guide-put-away-line = You put this card away. It is not offered any more, and stays in the guide.
guide-source = From
guide-offered = A thought, if you like: { $title }
card-choosing = Choosing
card-choosing-text = Take something that has moved you before, or that moved somebody you know. Tender or bleak make two different evenings: decide which it is tonight. Leave time before bed. What is in a title stands folded on its page; look, or leave it folded.
card-room = The room
card-room-text = Low light, a blanket, tissues within reach, the door closed or somebody you like beside you. A candle stands firmly, clear of curtains and blankets, and goes out before you sleep or leave the room. None of it has to be perfect.
card-water = Something to drink
card-water-text = Put a glass of water or something warm within reach before it begins. A small sip now and then. Afterwards, cool water for the face feels good.
card-phone = The phone in another room
card-phone-text = What arrives on a phone pulls you out of the story, and out of yourself. Tell somebody that you are away for the evening, then leave it where you cannot see it. If you want a person within reach, that is a good reason to keep it near.
card-letting-come = Letting it come, or not
card-letting-come-text = Tears may come or stay away. There is nothing to push, and nothing to hold back. In surveys of more than thirty countries, relief was less likely where people held their tears back or were ashamed of them. An evening without tears is a full evening.
card-breaks = Breaks
card-breaks-text = A break is one press away at any minute of the film, as often as you like. Stand up, breathe slowly, look out of the window. The film waits. Not going back to it is fine, too.
card-aftercare = Coming down gently
card-aftercare-text = Feeling lower right after a cry is common. In one small study, it had passed twenty minutes later in those who had cried. Give it time: water, a wash, something soft to wear, a few pages. Large decisions and hard messages can wait for another day.
card-reflecting = Looking back
card-reflecting-text = One line is enough: what touched you, or how far you have come. In a large survey, relief was more likely where people came to understand something in a new way. If nothing wants to be written, leave it.
card-small-joys = Small joys
card-small-joys-text = Plan one good thing for the days ahead: a call, a walk, a cake, something new. Small and soon is easier than large and some day. Sunshower asks once whether it happened, and either answer is fine.
card-not-alone = You are not alone
card-not-alone-text = Others cry, too, mostly where nobody sees it. In the diaries of nearly a hundred women it was usually in the living room, alone or with one other person. With somebody kind beside them, people more often felt relieved.
card-strength = A strength
card-strength-text = To set an evening aside for yourself is neither weakness nor indulgence. You look after something that carries you all week. Asking somebody for company, or for help, takes the same strength.
card-tears = What tears are
card-tears-text = There are three kinds. Basal tears keep the eye moist all day. Reflex tears answer smoke and onions. Emotional tears come with a feeling, a sad or a happy one. They differ a little from onion tears; nobody has shown that they wash anything out.
card-better = Feeling better, and when
card-better-text = Many feel better after a cry, many the same, some worse. In diaries, about one cry in three lifted the mood. In one small study, people who cried at a film felt worse right after it, level again at twenty minutes, and a little better than at the start at ninety. Yours may differ.
card-not-shown = What is not shown
card-not-shown-text = It is not shown that tears carry poisons away, keep anyone well or treat low mood. Some researchers suspect a soothing chemistry of the body; in people it is not shown. In one careful study a stress hormone was the same with and without tears, while breathing stayed steadier with them.
card-japan = A practice in Japan
card-japan-text = In Japan there are gatherings for crying together, over films, letters and picture books. They are called rui-katsu, roughly “seeking tears”. Their best-known host prefers the tears of those who are moved to the tears of those who are sad. It is a custom, not a treatment.

## Checking in with oneself
self-title = Check in with myself
self-line = Four questions, for you alone. Nothing is added up, and nothing is kept unless you ask for it. Leave any of them open.
self-timing = Lately, does crying get in the way of ordinary days?
self-relationships = Has it been hard on people close to you, or made you keep away from them?
self-cause = Does it often come with no reason you can name, or not match what you feel?
self-duration = Does it go on for a long time without any ease afterwards, or on most days for two weeks or more?
self-sign-timing = ordinary days
self-sign-relationships = people close to you
self-sign-cause = no reason you can name
self-sign-duration = how long it goes on
self-not-really = not really
self-sometimes = sometimes
self-often = often
self-rather-not = rather not say
self-nothing-stands-out = Nothing here stands out. Tears come and go; grief in particular keeps its own time.
self-come-and-go = Tears come and go; grief in particular keeps its own time.
self-marked = You marked “often”: { $signs }. Many people find it helps to talk that over, with someone they trust, or a doctor or counsellor. This is not a diagnosis, and you do not need a reason that feels big enough.
self-doctor = If tears arrive suddenly and do not match how you feel, or started with a new medicine, a birth, an injury or an illness, a doctor would like to know.
self-safety = If you have thoughts of harming yourself, or do not feel safe, please contact a person now.
self-keep = Keep this in the journal
self-kept = It is in the journal, as something you wrote.
self-note-line = { $question } { $answer }

## Someone to talk to
talk-title = Someone to talk to
talk-line = You do not need a reason that feels big enough.
talk-own = Your own contact
talk-own-none = Somebody you would ring at night: a friend, a sister, a neighbour.
talk-own-name = Name
talk-own-name-hint = Who it is
talk-own-number = How to reach them
talk-own-number-hint = A number, or anything that helps
talk-own-add = Name somebody
talk-own-change = Change
talk-or = { $one } or { $other }
talk-text = Text messages: { $number }
talk-always = by day and by night
talk-daily = every day, { $from } to { $until }
talk-closed = By the clock of this computer, nobody may answer there now.
talk-free = costs nothing
talk-costs = may cost what a call costs
talk-speaks = speaks { $languages }
talk-speaks-more = speaks { $languages } and more
talk-checked = Last checked { $day }, { $source }. Numbers can change.
talk-old = That is more than a year ago: please double-check it.
talk-another-line = Another line
talk-country = Choose your country
talk-country-other = Another country
talk-country-line = A line of your country
talk-country-no = None of these
talk-country-about = It is only used to show a line here. Sunshower does not look where you are.
talk-not-kept = Your folder cannot be written to right now, so this only lasts until Sunshower is closed.
talk-country-none = A line for your country stands here once you have said which.
talk-country-missing = No line of this country is known here. The world directory may have one.
talk-world = Anywhere in the world
talk-world-line = { $address } lists lines of many countries. In danger, ring your local emergency number.
talk-world-open = Open it in the browser
talk-list-change = Change this list
talk-list-odd = The list in your folder cannot be used, so the usual one is here. support.ron: { $why }
notice-support-copied = support.ron lies in your folder now. Change it with any editor; it is read at the next start.

country-au = Australia
country-at = Austria
country-br = Brazil
country-ca = Canada
country-ch = Switzerland
country-de = Germany
country-es = Spain
country-fr = France
country-gb = United Kingdom
country-ie = Ireland
country-in = India
country-it = Italy
country-jp = Japan
country-kr = South Korea
country-li = Liechtenstein
country-nl = Netherlands
country-no = Norway
country-nz = New Zealand
country-se = Sweden
country-sg = Singapore
country-us = United States
country-za = South Africa
tongue-de = German
tongue-en = English
tongue-es = Spanish
tongue-fr = French
tongue-hi = Hindi
tongue-id = Indonesian
tongue-it = Italian
tongue-ja = Japanese
tongue-ko = Korean
tongue-ms = Malay
tongue-ne = Nepali
tongue-nl = Dutch
tongue-no = Norwegian
tongue-pt = Portuguese
tongue-sv = Swedish
tongue-ta = Tamil
tongue-th = Thai
tongue-tl = Tagalog
tongue-vi = Vietnamese
tongue-zh = Chinese

## Reaching for support
reach-title = Reaching for support
reach-line = Asking is allowed before it is bad. One sentence is enough to begin.
reach-trusted = Somebody you trust
reach-trusted-text = A friend, a relative, a colleague. They need no answer ready; being heard is already something.
reach-trusted-say = “I have been carrying something. Can I tell you about it? You do not have to fix it.”
reach-doctor = A doctor
reach-doctor-text = For tears that come out of nowhere, for sleep, for anything that began with a medicine, a birth or an illness. A doctor can also tell you where to go next.
reach-doctor-say = “I cry more than I can explain, and I would like to find out why.”
reach-therapist = A therapist
reach-therapist-text = In person, by video, by phone or by messages. Compare what it costs and who pays, how long one waits, how they work, what happens with what you tell them, and whether you feel at ease in the first talk. You may look further.
reach-therapist-say = “I am looking for somebody to talk to about the last months. Do you have room, and how would we begin?”
reach-group = A group
reach-group-text = People who know the same thing: grief, a separation, a new child, an illness. Many meet in person, some in the evening at a screen. One may also only listen.
reach-group-say = “May I come once and just listen?”
reach-page = A page to take along
reach-page-line = It holds what you choose from your journal, for whoever helps you.

## The first start
welcome-title = Sunshower
welcome-what = For an evening of watching something moving and having a good cry, on purpose. It helps you plan it, keeps you company, breathes with you when it is too much, and brings you down gently.
welcome-what-not = It is no therapy, counts no successes and asks nothing of you. An evening without tears is a full evening.
welcome-data-title = What you tell it stays here
welcome-data = Everything is kept on this computer, as text files you can read. There is no account, and nothing is sent anywhere. Whoever opens the folder can read it.
welcome-where = The folder: { $folder }
welcome-screen-title = Where is this screen?
welcome-screen-line = It can be changed at any time in Settings.
welcome-tv = In front of the sofa: the whole screen
welcome-desk = On a desk: a window
welcome-next = Go on
welcome-skip = Skip all this
