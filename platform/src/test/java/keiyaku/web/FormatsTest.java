package keiyaku.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import keiyaku.shared.Language;
import keiyaku.shared.Money;
import keiyaku.shared.Period;
import keiyaku.shared.Term;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money, days and names as each language writes them. */
class FormatsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    JA    | 8712   | JPY | 8,712円
                    JA    | -1290  | JPY | −1,290円
                    JA    | 129900 | USD | 1,299.00米ドル
                    KO    | 8712   | JPY | 8,712엔
                    KO    | 50000  | KRW | 50,000원
                    EN    | 8712   | JPY | ¥8,712
                    EN    | -1290  | JPY | −¥1,290
                    EN    | 5      | USD | $0.05
                    EN    | 50000  | KRW | ₩50,000
                    EN    | 129900 | CNY | CN¥1,299.00
                    EN    | 100    | CHF | CHF 1.00
                    ZH_CN | 8712   | JPY | 8,712日元
                    ZH_CN | 129900 | CNY | 1,299.00元
                    """)
    void money(Language language, long minor, String currency, String written) {
        assertThat(new Formats(language).money(Money.of(minor, currency)))
                .isEqualTo(written.replace("CHF ", "CHF\u00a0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    JA    | 2025年11月5日    | 2025年11月5日(水)    | 2025年11月
                    KO    | 2025년 11월 5일  | 2025년 11월 5일(수)  | 2025년 11월
                    EN    | 5 Nov 2025       | Wed 5 Nov 2025       | November 2025
                    ZH_CN | 2025年11月5日    | 2025年11月5日周三    | 2025年11月
                    """)
    void days(Language language, String date, String withWeekday, String month) {
        var day = LocalDate.of(2025, 11, 5);
        var formats = new Formats(language);
        assertThat(formats.date(day)).isEqualTo(date);
        assertThat(formats.dateWithWeekday(day)).isEqualTo(withWeekday);
        assertThat(formats.month(YearMonth.from(day))).isEqualTo(month);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    JA    | 2025年11月5日〜12月4日    | 2025年12月5日〜2026年1月4日
                    KO    | 2025년 11월 5일~12월 4일  | 2025년 12월 5일~2026년 1월 4일
                    EN    | 5 Nov – 4 Dec 2025        | 5 Dec 2025 – 4 Jan 2026
                    ZH_CN | 2025年11月5日至12月4日    | 2025年12月5日至2026年1月4日
                    """)
    void periodsShowTheirLastDay(Language language, String withinYear, String overYear) {
        var november = LocalDate.of(2025, 11, 5);
        var formats = new Formats(language);
        assertThat(formats.period(new Period(november, november.plusMonths(1))))
                .isEqualTo(withinYear);
        assertThat(formats.period(new Period(november.plusMonths(1), november.plusMonths(2))))
                .isEqualTo(overYear);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    JA    | 2025年11月5日 14:05 JST   | 1か月   | 6か月    | 1年
                    KO    | 2025년 11월 5일 14:05 JST | 1개월   | 6개월    | 1년
                    EN    | 5 Nov 2025, 14:05 JST     | 1 month | 6 months | 1 year
                    ZH_CN | 2025年11月5日 14:05 JST   | 1个月   | 6个月    | 1年
                    """)
    void timesAndTerms(Language language, String time, String month, String half, String year) {
        var formats = new Formats(language);
        var instant = Instant.parse("2025-11-05T05:05:59Z");
        assertThat(formats.time(instant, ZoneId.of("Asia/Tokyo"))).isEqualTo(time);
        assertThat(formats.term(Term.MONTH)).isEqualTo(month);
        assertThat(formats.term(new Term(6))).isEqualTo(half);
        assertThat(formats.term(new Term(12))).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    JA    | 花子 | 山田    | 山田 花子
                    EN    | 花子 | 山田    | 山田 花子
                    ZH_CN | 伟   | 王      | 王伟
                    KO    | 서연 | 김      | 김서연
                    JA    | Mina | Fischer | Mina Fischer
                    EN    | Mina | ''      | Mina
                    """)
    void namesFollowTheirScript(Language language, String given, String family, String written) {
        assertThat(new Formats(language).name(given, family)).isEqualTo(written);
    }
}
