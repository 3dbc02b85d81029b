### What reads otherwise in English where the month comes before the day.

day-of-this-year = { $weekday }, { $month } { $day }
day-of-another-year = { $weekday }, { $month } { $day }, { $year }
insights-date = { $month } { $day }
insights-date-of-another-year = { $month } { $day }, { $year }
insights-short-date = { $month } { $day }
