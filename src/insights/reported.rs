//! How often people in two surveys said they cried. They are no measure of anyone: both asked people who volunteered, and
//! how often somebody cries says little about how they are (van Hemert, van de Vijver and Vingerhoets 2011 found more
//! tears where people feel free to show feelings).

/// What one survey reports, in times a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reported {
    /// The mean of the women who took part.
    pub women: f64,
    /// The mean of the men who took part.
    pub men: f64,
}

/// 286 women and 45 men in St. Paul, Minnesota, who kept a diary for 30 days: Frey and others 1983, Integrative
/// Psychiatry 1:94–98. Reports of the time say 1.4 for men.
pub const DIARIES_1980S: Reported = Reported { women: 5.3, men: 1.3 };

/// Students in about 31 countries, asked how often in the last month: the International Study on Adult Crying of
/// Vingerhoets and Becht 2002.
pub const STUDENTS: Reported = Reported { women: 2.7, men: 1.0 };

/// A month of the surveys, in days.
pub const MONTH_DAYS: f64 = 30.0;
