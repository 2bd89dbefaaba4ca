package keiyaku.member;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keiyaku.shared.BadInputException;

/** A postal address; parts that a country does not use are empty. */
public record Address(
        String postalCode, String region, String city, String street, String building) {

    public static final Address NONE = new Address("", "", "", "", "");

    private static final Pattern JAPANESE_CODE = Pattern.compile("(\\d{3})-?(\\d{4})");
    private static final Pattern KOREAN_CODE = Pattern.compile("\\d{5}");
    private static final Pattern CHINESE_CODE = Pattern.compile("\\d{6}");
    private static final Pattern OTHER_CODE = Pattern.compile("[A-Za-z0-9 -]{0,12}");

    /** The postal code as a country writes it; countries that have none may leave it empty. */
    static String postalCode(String typed, String country) {
        boolean needed = List.of("JP", "KR", "CN", "US").contains(country);
        var text = Input.text("postalCode", typed, 16);
        if (text.isEmpty() && !needed) {
            return "";
        }
        var code = Input.plain("postalCode", typed, 16).replaceAll("[\u2010-\u2015\u30fc]", "-");
        var japanese = JAPANESE_CODE.matcher(code);
        if ("JP".equals(country) && japanese.matches()) {
            return japanese.group(1) + "-" + japanese.group(2);
        }
        boolean fits =
                switch (country) {
                    case "JP" -> false;
                    case "KR" -> KOREAN_CODE.matcher(code).matches();
                    case "CN" -> CHINESE_CODE.matcher(code).matches();
                    default -> OTHER_CODE.matcher(code).matches();
                };
        if (!fits) {
            throw new BadInputException("postalCode", "postal-code");
        }
        return code;
    }

    /** In one line, from large to small where the country writes so. */
    public String line(String country) {
        return switch (country) {
            case "JP", "CN", "TW" -> // without blanks, except before a building
                    joined(" ", postalCode, region + city + street, building);
            case "KR" -> joined(" ", postalCode, region, city, street, building);
            default -> joined(", ", building, street, city, region, postalCode);
        };
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(between));
    }

    /** Personal data does not belong into a log. */
    @Override
    public String toString() {
        return "address";
    }
}
