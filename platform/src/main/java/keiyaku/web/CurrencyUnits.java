package keiyaku.web;

import java.util.Currency;
import keiyaku.shared.Language;

/** How a currency's unit is written in a language, and on which side of the figure. */
record CurrencyUnits(String text, boolean isBefore) {

    static CurrencyUnits of(Currency currency, Language language) {
        var code = currency.getCurrencyCode();
        return language == Language.EN ? english(code) : after(code, language);
    }

    private static CurrencyUnits english(String code) {
        return switch (code) {
            case "JPY" -> new CurrencyUnits("¥", true);
            case "KRW" -> new CurrencyUnits("₩", true);
            case "USD" -> new CurrencyUnits("$", true);
            case "EUR" -> new CurrencyUnits("€", true);
            case "GBP" -> new CurrencyUnits("£", true);
            case "CNY" -> new CurrencyUnits("CN¥", true);
            default -> new CurrencyUnits(code + "\u00a0", true);
        };
    }

    private static CurrencyUnits after(String code, Language language) {
        var unit =
                switch (code) {
                    case "JPY" -> in(language, "円", "엔", "日元");
                    case "KRW" -> in(language, "ウォン", "원", "韩元");
                    case "USD" -> in(language, "米ドル", "달러", "美元");
                    case "EUR" -> in(language, "ユーロ", "유로", "欧元");
                    case "CNY" -> in(language, "人民元", "위안", "元");
                    default -> "\u00a0" + code;
                };
        return new CurrencyUnits(unit, false);
    }

    private static String in(Language language, String ja, String ko, String zh) {
        return switch (language) {
            case JA -> ja;
            case KO -> ko;
            case ZH_CN -> zh;
            case EN -> throw new IllegalArgumentException("English writes the unit first");
        };
    }
}
