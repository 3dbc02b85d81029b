//! Checking in with oneself: four signs, opened only by the person. There is no score, and no answer is kept unless
//! the person asks for it.

/// What is asked about, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sign {
    /// Whether crying gets in the way of ordinary days.
    Timing,
    /// Whether it is hard on people who are close.
    Relationships,
    /// Whether it comes without a reason one could name.
    Cause,
    /// Whether it goes on for long.
    Duration,
}

impl Sign {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Timing, Self::Relationships, Self::Cause, Self::Duration];
}

/// What can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Not really.
    NotReally,
    /// Sometimes.
    Sometimes,
    /// Often.
    Often,
    /// Rather not say; the same as not having answered.
    RatherNot,
}

impl Answer {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::NotReally, Self::Sometimes, Self::Often, Self::RatherNot];
}

/// What was answered so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers([Option<Answer>; 4]);

/// What is said to it. That a person is there for whoever does not feel safe is said in any case, and not part of this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Nothing yet: a question is still open, or nobody answered more than that they would rather not.
    Nothing,
    /// Nothing stands out: all four were answered, and each with "not really".
    NothingStandsOut,
    /// No sign was marked "often", but not all four are "not really" either. No all-clear is given for what was not said.
    ComeAndGo,
    /// These were marked "often".
    Marked {
        /// Which.
        signs: Vec<Sign>,
        /// A doctor would like to know of tears that come out of nowhere.
        tell_a_doctor: bool,
    },
}

impl Answers {
    /// What was answered about a sign.
    #[must_use]
    pub fn get(&self, sign: Sign) -> Option<Answer> {
        self.0[sign as usize]
    }

    /// Answers, or takes the same answer back.
    pub fn set(&mut self, sign: Sign, answer: Answer) {
        let slot = &mut self.0[sign as usize];
        *slot = if *slot == Some(answer) { None } else { Some(answer) };
    }

    /// Those that were answered with more than "rather not say", in order.
    pub fn answered(&self) -> impl Iterator<Item = (Sign, Answer)> {
        let answered = Sign::ALL.into_iter().filter_map(|sign| Some((sign, self.get(sign)?)));
        answered.filter(|(_, answer)| *answer != Answer::RatherNot)
    }

    /// What is said to it, by rule and never by a sum.
    #[must_use]
    pub fn outcome(&self) -> Reply {
        let often = self.answered().filter(|(_, answer)| *answer == Answer::Often);
        let signs: Vec<Sign> = often.map(|(sign, _)| sign).collect();
        if !signs.is_empty() {
            let tell_a_doctor = signs.contains(&Sign::Cause);
            return Reply::Marked { signs, tell_a_doctor };
        }
        let is_open = self.0.contains(&None);
        if is_open || self.answered().next().is_none() {
            Reply::Nothing
        } else if self.0.iter().all(|answer| *answer == Some(Answer::NotReally)) {
            Reply::NothingStandsOut
        } else {
            Reply::ComeAndGo
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_ways() -> Vec<Answers> {
        let choices: Vec<Option<Answer>> = std::iter::once(None).chain(Answer::ALL.map(Some)).collect();
        let mut ways = vec![Answers::default()];
        for sign in Sign::ALL {
            let with = |way: &Answers, choice: Option<Answer>| {
                let mut way = way.clone();
                way.0[sign as usize] = choice;
                way
            };
            ways = ways.iter().flat_map(|way| choices.iter().map(|choice| with(way, *choice))).collect();
        }
        ways
    }

    #[test]
    fn what_is_said_follows_the_rules_for_all_625_ways_to_answer() {
        let ways = all_ways();
        assert_eq!(ways.len(), 625);
        for way in ways {
            let often: Vec<Sign> = Sign::ALL.into_iter().filter(|sign| way.get(*sign) == Some(Answer::Often)).collect();
            let silent = Sign::ALL.iter().all(|sign| matches!(way.get(*sign), None | Some(Answer::RatherNot)));
            let open = Sign::ALL.iter().any(|sign| way.get(*sign).is_none());
            let at_ease = Sign::ALL.iter().all(|sign| way.get(*sign) == Some(Answer::NotReally));
            match way.outcome() {
                Reply::Nothing => assert!(often.is_empty() && (silent || open), "{way:?}"),
                Reply::NothingStandsOut => assert!(at_ease, "{way:?}"),
                Reply::ComeAndGo => assert!(often.is_empty() && !silent && !open && !at_ease, "{way:?}"),
                Reply::Marked { signs, tell_a_doctor } => {
                    assert_eq!(signs, often, "exactly what was marked, however many");
                    assert_eq!(tell_a_doctor, often.contains(&Sign::Cause));
                }
            }
        }
    }

    #[test]
    fn the_same_answer_twice_takes_it_back() {
        let mut answers = Answers::default();
        answers.set(Sign::Cause, Answer::Often);
        answers.set(Sign::Timing, Answer::Sometimes);
        assert_eq!(answers.outcome(), Reply::Marked { signs: vec![Sign::Cause], tell_a_doctor: true });
        answers.set(Sign::Cause, Answer::Often);
        assert_eq!(answers.get(Sign::Cause), None);
        assert_eq!(answers.outcome(), Reply::Nothing, "a question is open again");
    }
}
