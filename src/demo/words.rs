//! What there is to watch and to say. The words stand for a person's own.

/// Something to watch.
#[derive(Clone, Copy)]
pub(super) struct Title {
    /// Its name.
    pub name: &'static str,
    /// Its length in minutes; of an episode, for a series.
    pub minutes: u32,
    /// In how many of a hundred evenings it brings tears.
    pub tears_percent: u32,
    /// Where they come, in hundredths of its length.
    pub spots: &'static [u32],
}

const fn title(name: &'static str, minutes: u32, tears_percent: u32, spots: &'static [u32]) -> Title {
    Title { name, minutes, tears_percent, spots }
}

/// Films.
pub(super) const FILMS: [Title; 20] = [
    title("Hachi: A Dog's Tale", 93, 84, &[62, 91]),
    title("Life Is Beautiful", 116, 70, &[74, 95]),
    title("P.S. I Love You", 126, 66, &[14, 55, 88]),
    title("My Girl", 102, 68, &[78, 92]),
    title("E.T. the Extra-Terrestrial", 115, 58, &[80, 95]),
    title("It's a Wonderful Life", 130, 55, &[96]),
    title("Lion", 118, 72, &[22, 90]),
    title("Departures", 130, 68, &[38, 66, 93]),
    title("Wolf Children", 117, 64, &[24, 88]),
    title("Cinema Paradiso", 155, 62, &[70, 97]),
    title("Dead Poets Society", 128, 60, &[82, 97]),
    title("Still Alice", 99, 66, &[60, 86]),
    title("Up", 96, 72, &[11, 76]),
    title("Coco", 105, 74, &[84, 93]),
    title("Inside Out", 95, 58, &[68, 88]),
    title("My Neighbor Totoro", 86, 26, &[81]),
    title("The Intouchables", 112, 34, &[94]),
    title("About Time", 123, 66, &[79, 92]),
    title("Paddington 2", 103, 48, &[95]),
    title("School of Rock", 108, 10, &[90]),
];

/// Series, by episode.
pub(super) const SERIES: [Title; 3] = [
    title("This Is Us", 43, 64, &[48, 92]),
    title("Call the Midwife", 58, 54, &[70, 94]),
    title("After Life", 28, 44, &[66]),
];

/// Short things.
pub(super) const SHORTS: [Title; 5] = [
    title("Reunions at the airport", 14, 42, &[55]),
    title("The choir in the station", 6, 34, &[70]),
    title("Our holiday video from Brittany", 22, 38, &[60]),
    title("Letter to my younger self, reading", 11, 46, &[80]),
    title("The whale and the divers", 9, 24, &[65]),
];

/// What an evening is for.
pub(super) const INTENTIONS: [&str; 10] = [
    "Let the week be over.",
    "I miss her. That is allowed tonight.",
    "Nothing to achieve.",
    "Be slow.",
    "Phone stays in the kitchen.",
    "For the move, and everything that stays behind.",
    "Just rest my eyes on something kind.",
    "Make room for what I pushed away on Tuesday.",
    "See it again, and see what is different.",
    "An evening for me.",
];

/// Looking back.
pub(super) const REFLECTIONS: [&str; 12] = [
    "I thought of Grandad's garden the whole time. I had not, for months.",
    "A year ago I could not have watched this one.",
    "It was the goodbye at the door, again. I think it is about leaving Lisbon.",
    "I did not feel much tonight. Tired, mostly. That is fine.",
    "Heavier than I expected. I would rather have watched this one with someone.",
    "What helped was calling Mara afterwards.",
    "I am gentler with myself than I was in spring.",
    "The music did it, not the story.",
    "I noticed that I held my breath. Then I did not.",
    "Too late for such a long film. Shorter next time.",
    "Something about being forgiven. I want to think about that.",
    "It was good to laugh and cry in the same hour.",
];

/// Small joys to plan.
pub(super) const JOYS: [&str; 14] = [
    "Walk by the river before work",
    "Call Mara",
    "Buy the good bread",
    "Swim on Saturday",
    "Write to Jonas",
    "Read in the park",
    "Cook the lentil soup from home",
    "Plant the window box",
    "Try the pottery class",
    "Breakfast with Dad",
    "Listen to the record all the way through",
    "See the early light from the bridge",
    "Visit the neighbour's cat",
    "Sleep in",
];

/// Tears outside evenings.
pub(super) const CRY_NOTES: [&str; 16] = [
    "On the train home. Someone passed me a tissue and looked out of the window.",
    "After the call with Mum.",
    "In the car, before going in.",
    "At the wedding, when they danced.",
    "The song from the kitchen radio.",
    "Too many things at once.",
    "Reading her old letters.",
    "My turn to talk, and I could not. They waited.",
    "Because he was so kind about it.",
    "In the shower. It passed.",
    "Nothing in particular. It had been a long month.",
    "At the airport, after they had gone through.",
    "When the test came back clear.",
    "Jonas held my hand and said nothing.",
    "The empty room, with the marks where the shelf was.",
    "The children singing in the yard.",
];

/// The person's own words for how it is, beside the ones offered.
pub(super) const OWN_WORDS: [&str; 6] = ["soft", "raw", "homesick", "clear", "like after rain", "heavy limbs"];

/// Offered words for better moments.
pub(super) const BRIGHT_WORDS: [&str; 7] =
    ["peaceful", "grateful", "relieved", "hopeful", "cheerful", "tender", "moved"];

/// Offered words for harder ones.
pub(super) const DARK_WORDS: [&str; 8] =
    ["sad", "lonely", "worn-out", "empty", "anxious", "overwhelmed", "tired", "angry"];

/// Offered words for moments that are neither.
pub(super) const PLAIN_WORDS: [&str; 5] = ["nothing-much", "tired", "tender", "peaceful", "worn-out"];

/// Who watches along now and then.
pub(super) const GUESTS: [&str; 3] = ["Mara", "Jonas", "Dad"];
