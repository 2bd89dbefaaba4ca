package keiyaku.notification;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import keiyaku.shared.Language;
import keiyaku.shared.Money;
import keiyaku.shared.Period;

/** Dates, times and money as each language writes them. */
record Wording(Language language, ZoneId zone) {

    private static final Map<String, String> JAPANESE =
            Map.of("JPY", "円", "KRW", "ウォン", "USD", "米ドル", "EUR", "ユーロ", "CNY", "元");
    private static final Map<String, String> KOREAN =
            Map.of("JPY", "엔", "KRW", "원", "USD", "달러", "EUR", "유로", "CNY", "위안");
    private static final Map<String, String> CHINESE =
            Map.of("JPY", "日元", "KRW", "韩元", "USD", "美元", "EUR", "欧元", "CNY", "元");
    private static final Map<String, String> SIGNS =
            Map.of("JPY", "¥", "KRW", "₩", "USD", "$", "EUR", "€", "CNY", "CN¥");

    String date(LocalDate day) {
        return format(day, "d MMM uuuu", "uuuu年M月d日", "uuuu년 M월 d일");
    }

    /** To the minute, with the zone's distance from UTC, since mails are read anywhere. */
    String instant(Instant at) {
        var there = at.atZone(zone);
        var pattern = DateTimeFormatter.ofPattern(" HH:mm '('O')'", Locale.ROOT);
        return date(there.toLocalDate()) + there.format(pattern).replace("GMT", "UTC");
    }

    String period(Period period) {
        var between = language == Language.EN ? " to " : " – ";
        return date(period.start()) + between + date(period.lastDay());
    }

    String money(Money money) {
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        var format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMinimumFractionDigits(digits);
        var figure = format.format(BigDecimal.valueOf(Math.abs(money.minor()), digits));
        var sign = money.isNegative() ? "-" : "";
        var code = money.currency().getCurrencyCode();
        return switch (language) {
            case JA -> sign + figure + JAPANESE.getOrDefault(code, " " + code);
            case KO -> sign + figure + KOREAN.getOrDefault(code, " " + code);
            case ZH_CN -> sign + figure + CHINESE.getOrDefault(code, " " + code);
            case EN -> sign + SIGNS.getOrDefault(code, code + " ") + figure;
        };
    }

    String number(Number number) {
        return NumberFormat.getNumberInstance(Locale.ENGLISH).format(number);
    }

    private String format(LocalDate day, String english, String han, String korean) {
        var pattern =
                switch (language) {
                    case EN -> english;
                    case JA, ZH_CN -> han;
                    case KO -> korean;
                };
        return day.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }
}
