package keiyaku.payment;

import keiyaku.payment.iso20022.Iban;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is agreed with a bank outside Japan, which takes debits as pain.008. The values that come
 * with us are those of the sandbox's bank.
 *
 * @param creditor the identifier under which all banks know us
 * @param iban of the account that is paid into
 * @param bic its bank's; empty when the IBAN is enough
 * @param instrument the scheme: CORE, or B2B where it was agreed
 */
@ConfigurationProperties("keiyaku.payment.sepa")
record SepaTerms(
        @DefaultValue("DE98ZZZ09999999999") String creditor,
        @DefaultValue("DE89370400440532013000") String iban,
        @DefaultValue("COBADEFFXXX") String bic,
        @DefaultValue("CORE") String instrument) {

    SepaTerms {
        if (!Iban.isRight(iban)) {
            throw new IllegalArgumentException("keiyaku.payment.sepa.iban has wrong check digits");
        }
        if (!Iban.isCreditor(creditor)) {
            throw new IllegalArgumentException(
                    "keiyaku.payment.sepa.creditor has wrong check digits");
        }
    }
}
