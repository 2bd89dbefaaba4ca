package sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandbox.World;

/** The bank outside Japan: what it refuses whole, and what it reports of the rest. */
class IsoDebitsTest {
    private static final World WORLD = new World();
    private static final String THURSDAY = "Thu, 12 Mar 2026 01:00:00 GMT";
    private static final String MONDAY = "Mon, 16 Mar 2026 01:00:00 GMT";

    private static final String REQUEST =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.08"><CstmrDrctDbtInitn>
            <GrpHdr><MsgId>m1</MsgId><NbOfTxs>2</NbOfTxs><CtrlSum>12.35</CtrlSum></GrpHdr>
            <PmtInf><NbOfTxs>2</NbOfTxs><CtrlSum>12.35</CtrlSum>
            <PmtTpInf><SeqTp>FRST</SeqTp></PmtTpInf><ReqdColltnDt>2026-03-13</ReqdColltnDt>
            <CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct>
            <DrctDbtTxInf><PmtId><EndToEndId>e1</EndToEndId></PmtId>
            <InstdAmt Ccy="EUR">12.30</InstdAmt>
            <DbtrAcct><Id><IBAN>GB29NWBK60161331926819</IBAN></Id></DbtrAcct></DrctDbtTxInf>
            <DrctDbtTxInf><PmtId><EndToEndId>e2</EndToEndId></PmtId>
            <InstdAmt Ccy="EUR">0.05</InstdAmt>
            <DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct></DrctDbtTxInf>
            </PmtInf></CstmrDrctDbtInitn></Document>
            """;

    private final String key = "sandbox-bank-key-" + System.nanoTime();

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    @ParameterizedTest
    @CsvSource({
        "<NbOfTxs>2,               <NbOfTxs>3,               AM18",
        "<CtrlSum>12.35,           <CtrlSum>12.34,           AM10",
        "DE89370400440532013000,   DE88370400440532013000,   AC03",
        "GB29NWBK60161331926819,   GB29NWBK60161331926818,   AC01",
        "2026-03-13,               2026-03-14,               DT01",
        "2026-03-13,               2026-03-11,               DT01",
        "2026-03-13,               2026-04-03,               DT01",
        "FRST,                     ABCD,                     FF05",
    })
    void aWrongRequestIsRefusedWhole(String right, String wrong, String code) {
        var read = IsoDebits.read(REQUEST.replace(right, wrong).getBytes(StandardCharsets.UTF_8));
        var refusal = read.refusal(LocalDate.of(2026, 3, 12));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
    }

    @Test
    void aRequestIsAnsweredOnTheDayAfterItsDay() {
        call(
                "POST",
                "/control/accounts/DE02120300000000202051/will",
                "{\"answer\":\"insufficient-funds\"}",
                THURSDAY);
        assertThat(call("PUT", "/v1/inbox/a", REQUEST, THURSDAY).status()).isEqualTo(201);
        assertThat(call("GET", "/v1/outbox", "", THURSDAY).json().required("data").size()).isZero();
        assertThat(call("GET", "/v1/outbox", "", MONDAY).json().required("data").size()).isOne();
        assertThat(call("GET", "/v1/outbox/1", "", MONDAY).text())
                .contains("<OrgnlMsgId>m1</OrgnlMsgId>")
                .contains("<OrgnlEndToEndId>e1</OrgnlEndToEndId><TxSts>ACSC</TxSts>")
                .contains("<OrgnlEndToEndId>e2</OrgnlEndToEndId><TxSts>RJCT</TxSts>")
                .contains("<Cd>AM04</Cd>");
        // The same message under another name is one too many.
        assertThat(call("PUT", "/v1/inbox/b", REQUEST, MONDAY).status()).isEqualTo(201);
        assertThat(call("GET", "/v1/outbox/2", "", MONDAY).text()).contains("<Cd>DU01</Cd>");
        call(
                "POST",
                "/control/accounts/GB29NWBK60161331926819/give-back",
                "{\"code\":\"MD06\"}",
                MONDAY);
        assertThat(call("GET", "/v1/outbox/3", "", MONDAY).text())
                .contains("<OrgnlEndToEndId>e1</OrgnlEndToEndId><TxSts>RJCT</TxSts>")
                .contains("<Cd>MD06</Cd>");
        assertThat(call("PUT", "/v1/inbox/c", "<no/>", MONDAY).status()).isEqualTo(422);
    }

    private World.Answer call(String method, String path, String body, String date) {
        return WORLD.method(
                method,
                WORLD.sandbox.bank().resolve(path),
                body,
                "Authorization",
                "Bearer " + key,
                "Date",
                date);
    }
}
