package keiyaku.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import keiyaku.billing.Rating;
import keiyaku.shared.Language;
import keiyaku.shared.Money;
import keiyaku.shared.Period;
import keiyaku.shared.Rate;
import keiyaku.shared.Term;
import keiyaku.shared.Text;

/** Money, days, times, terms and names as each language writes them. */
public final class Formats {

    private static final String MINUS = "\u2212";
    private static final int GROUP = 3;

    /** Making one costs more than using it; there are about twenty. */
    private static final Map<String, DateTimeFormatter> PATTERNS = new ConcurrentHashMap<>();

    private final Language language;

    public Formats(Language language) {
        this.language = language;
    }

    /** ¥8,712 in English; 8,712円, 8,712엔, 8,712日元 in the languages that write the unit last. */
    public String money(Money amount) {
        var digits = digits(amount.abs());
        var sign = amount.isNegative() ? MINUS : "";
        var unit = CurrencyUnits.of(amount.currency(), language);
        return unit.isBefore() ? sign + unit.text() + digits : sign + digits + unit.text();
    }

    private static String digits(Money amount) {
        int places = Math.max(0, amount.currency().getDefaultFractionDigits());
        return decimal(BigDecimal.valueOf(amount.minor(), places), places);
    }

    /** 12,345 */
    public String number(long number) {
        return (number < 0 ? MINUS : "") + decimal(BigDecimal.valueOf(number).abs(), 0);
    }

    /** 12,345.5: with the decimals that it has. */
    public String number(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return (number.signum() < 0 ? MINUS : "")
                + decimal(plain.abs(), Math.max(0, plain.scale()));
    }

    /** A price that may have decimals of its currency's smallest unit: ¥3.2, 3.2円. */
    public String unitPrice(Rating.UnitPrice price) {
        int places = Math.max(0, price.currency().getDefaultFractionDigits());
        var major = price.minor().movePointLeft(places).stripTrailingZeros();
        var digits = decimal(major.abs(), Math.max(places, major.scale()));
        var sign = major.signum() < 0 ? MINUS : "";
        var unit = CurrencyUnits.of(price.currency(), language);
        return unit.isBefore() ? sign + unit.text() + digits : sign + digits + unit.text();
    }

    private static String decimal(BigDecimal number, int places) {
        var plain = number.setScale(places, RoundingMode.UNNECESSARY).toPlainString();
        var digits = new StringBuilder(plain);
        int end = places == 0 ? plain.length() : plain.indexOf('.');
        for (int at = end - GROUP; at > 0; at -= GROUP) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    /** 2025年11月5日, 2025년 11월 5일, 5 Nov 2025. */
    public String date(LocalDate day) {
        return write(day, written("y年M月d日", "y년 M월 d일", "d MMM y"));
    }

    /** 2025年11月5日(水), 2025년 11월 5일(수), Wed 5 Nov 2025, 2025年11月5日周三. */
    public String dateWithWeekday(LocalDate day) {
        return switch (language) {
            case JA -> write(day, "y年M月d日(E)");
            case KO -> write(day, "y년 M월 d일(E)");
            case EN -> write(day, "E d MMM y");
            case ZH_CN -> write(day, "y年M月d日E");
        };
    }

    /** 11月5日, 11월 5일, 5 Nov: where the year is plain. */
    public String dayOfYear(LocalDate day) {
        return write(day, written("M月d日", "M월 d일", "d MMM"));
    }

    /** 2025年11月, 2025년 11월, November 2025. */
    public String month(YearMonth month) {
        return write(month, written("y年M月", "y년 M월", "MMMM y"));
    }

    /** The day and the minute in a zone, with the zone's short name. */
    public String time(Instant instant, ZoneId zone) {
        var there = instant.atZone(zone);
        var comma = language == Language.EN ? ", " : " ";
        return date(there.toLocalDate())
                + comma
                + write(there, "HH:mm", Locale.ENGLISH)
                + " "
                + write(there, "zzz", Locale.ENGLISH);
    }

    /** First to last day: 5 Nov – 4 Dec 2025, 2025年11月5日〜12月4日. */
    public String period(Period period) {
        var first = period.start();
        var last = period.lastDay();
        boolean oneYear = first.getYear() == last.getYear();
        return switch (language) {
            case EN -> (oneYear ? dayOfYear(first) : date(first)) + " – " + date(last);
            case JA -> date(first) + "〜" + (oneYear ? dayOfYear(last) : date(last));
            case KO -> date(first) + "~" + (oneYear ? dayOfYear(last) : date(last));
            case ZH_CN -> date(first) + "至" + (oneYear ? dayOfYear(last) : date(last));
        };
    }

    /** 1か月, 1년, 6 months, 1年. */
    public String term(Term term) {
        boolean years = term.months() % 12 == 0;
        int count = years ? term.months() / 12 : term.months();
        return switch (language) {
            case JA -> count + (years ? "年" : "か月");
            case KO -> count + (years ? "년" : "개월");
            case ZH_CN -> count + (years ? "年" : "个月");
            case EN -> count + (years ? " year" : " month") + (count == 1 ? "" : "s");
        };
    }

    /** 10%, 7.5%. */
    public String rate(Rate rate) {
        return rate.toString();
    }

    /** The name as its own script orders it, whatever the language of the page. */
    public String name(String given, String family) {
        if (given.isBlank() || family.isBlank()) {
            return (family + given).strip();
        }
        var script = Character.UnicodeScript.of(family.codePointAt(0));
        return switch (script) {
            case HANGUL -> family + given;
            case HAN, HIRAGANA, KATAKANA ->
                    language == Language.ZH_CN ? family + given : family + " " + given;
            default -> given + " " + family;
        };
    }

    /** The name of a day of the week, short. */
    public String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale());
    }

    /** An argument of a message: what has a way to be written is written so. */
    Object argument(Object value) {
        return switch (value) {
            case Money money -> money(money);
            case LocalDate day -> date(day);
            case YearMonth month -> month(month);
            case Period period -> period(period);
            case Term term -> term(term);
            case Rate rate -> rate(rate);
            case Text text -> text.in(language);
            case Currency currency -> currency.getCurrencyCode();
            case BigDecimal number -> number(number);
            case Rating.UnitPrice price -> unitPrice(price);
            case Number number -> number;
            default -> value.toString();
        };
    }

    private String write(TemporalAccessor time, String pattern) {
        return write(time, pattern, locale());
    }

    private static String write(TemporalAccessor time, String pattern, Locale locale) {
        return PATTERNS.computeIfAbsent(
                        locale.toLanguageTag() + " " + pattern,
                        key -> DateTimeFormatter.ofPattern(pattern, locale))
                .format(time);
    }

    private Locale locale() {
        return language.locale();
    }

    private String written(String chineseCharacters, String korean, String english) {
        return switch (language) {
            case JA, ZH_CN -> chineseCharacters;
            case KO -> korean;
            case EN -> english;
        };
    }
}
