package keiyaku.payment.zengin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import keiyaku.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong file is refused whole, and told by line and column (P-7). */
class WrongFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int RECORD = 122;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "another format      | 1 | 2   | 01         | 1 | 2   | typeCode is 01 instead of"
                        + " 91",
                "EBCDIC              | 1 | 4   | 1          | 1 | 4   | not EBCDIC",
                "no day              | 1 | 55  | 0230       | 1 | 55  | 0230 is no day",
                "letters in a number | 2 | 81  | 00000x1000 | 2 | 86  | debitAmount is no number",
                "an unknown result   | 3 | 112 | 7          | 3 | 112 | is not on its list",
                "an unknown account  | 2 | 43  | 7          | 2 | 43  | is not on its list",
                "a record misplaced  | 3 | 1   | 1          | 3 | 1   | does not belong here",
                "a wrong count       | 5 | 2   | 000004     | 5 | 2   | the records come to 3",
                "a wrong amount      | 5 | 8   | 010000013158 | 5 | 8 | come to 10000013159",
                "collected too many  | 5 | 20  | 000002     | 5 | 20  | the records come to 1"
            })
    void isToldByLineAndColumn(
            String name, int line, int column, String put, int atLine, int atColumn, String says) {
        var file = ZenginVectorsTest.bytes("zengin/91_result.dat").clone();
        for (int i = 0; i < put.length(); i++) {
            file[(line - 1) * RECORD + column - 1 + i] = (byte) put.charAt(i);
        }
        var wrong = refused(file);
        assertThat(wrong.getMessage()).as(name).contains(says);
        assertThat(wrong.line()).isEqualTo(atLine);
        assertThat(wrong.column()).isEqualTo(atColumn);
    }

    @Test
    void lengthsAndLineEnds() {
        var file = ZenginVectorsTest.bytes("zengin/91_result.dat");
        assertThat(at(new byte[0])).isEqualTo("1:1");
        assertThat(at(Arrays.copyOf(file, 200))).isEqualTo("2:79");
        assertThat(at(Arrays.copyOf(file, 610))).isEqualTo("5:1");
        assertThat(at(with(file, 120, '\n'))).isEqualTo("1:121");
        assertThat(at(with(file, 121, ' '))).isEqualTo("1:121");
        assertThat(at(with(file, 130, (char) 0x83))).isEqualTo("2:9");
        assertThat(DebitFile.readResult(Arrays.copyOf(file, 730)).batches()).hasSize(1);
    }

    @Test
    void nothingMayFollowTheEnd() {
        var file = ZenginVectorsTest.bytes("zengin/91_request_nonl.dat");
        var twice = Arrays.copyOf(file, file.length + 120);
        System.arraycopy(file, 0, twice, file.length, 120);
        var wrong =
                catchThrowableOfType(WrongFileException.class, () -> DebitFile.readRequest(twice));
        assertThat(wrong.line()).isEqualTo(6);
    }

    @Test
    void aRequestIsNoResult() {
        assertThat(at(ZenginVectorsTest.bytes("zengin/91_request.dat"))).isEqualTo("5:20");
    }

    @Test
    void whatMayNotStandInAFieldIsNotWritten() {
        var file = ZenginVectorsTest.bytes("zengin/91_request.dat");
        var batch = DebitFile.readRequest(file).batches().getFirst();
        var debit = batch.debits().getFirst();
        for (var holder : List.of("ﾔﾏﾀﾞ,ﾀﾛｳ", "ｦｶﾞﾜ", "yamada", "ｷｬﾉﾝ", "ｱ".repeat(31))) {
            var wrong = new Debit(debit.account(), holder, 1, Debit.News.NONE, "1", debit.result());
            var changed =
                    new DebitFile.Batch(
                            batch.collectorCode(),
                            batch.collectorName(),
                            MonthDay.of(1, 27),
                            batch.into(),
                            List.of(wrong));
            assertThatThrownBy(() -> new DebitFile(List.of(changed)).request(true))
                    .as(holder)
                    .hasMessageContaining("payerName");
        }
    }

    @Test
    void namesAreCutBeforeAKanaNotBehindIt() {
        assertThat(Kana.cut("ﾔﾏﾀﾞ", 3)).isEqualTo("ﾔﾏ");
        assertThat(Kana.cut("ﾔﾏﾀﾞ", 4)).isEqualTo("ﾔﾏﾀﾞ");
        assertThat(Kana.cut("ﾔﾏﾀﾞ", 2)).isEqualTo("ﾔﾏ");
    }

    @Test
    void anyByteChangedIsReadOrRefusedButNeverAFault() {
        Seeds.forEach(
                300,
                random -> {
                    var file = ZenginVectorsTest.bytes("zengin/01A_transfer_in.dat").clone();
                    spoil(file, random);
                    try {
                        DepositNoticeFile.read(file, TODAY);
                    } catch (WrongFileException told) {
                        assertThat(told.line()).isBetween(1, 7);
                        assertThat(told.column()).isBetween(1, 201);
                    }
                });
    }

    private static void spoil(byte[] file, RandomGenerator random) {
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
    }

    private static byte[] with(byte[] file, int at, char put) {
        var changed = file.clone();
        changed[at] = (byte) put;
        return changed;
    }

    private static String at(byte[] file) {
        var wrong = refused(file);
        return wrong.line() + ":" + wrong.column();
    }

    private static WrongFileException refused(byte[] file) {
        return catchThrowableOfType(WrongFileException.class, () -> DebitFile.readResult(file));
    }
}
