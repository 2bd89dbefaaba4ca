package keiyaku.payment.iso20022;

import com.prowidesoftware.swift.model.mx.MxPain00800108;
import com.prowidesoftware.swift.model.mx.MxWriteConfiguration;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ChargeBearerType1Code;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemMemberIdentification2;
import com.prowidesoftware.swift.model.mx.dic.CustomerDirectDebitInitiationV08;
import com.prowidesoftware.swift.model.mx.dic.DirectDebitTransaction10;
import com.prowidesoftware.swift.model.mx.dic.DirectDebitTransactionInformation23;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GenericFinancialIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GenericPersonIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader83;
import com.prowidesoftware.swift.model.mx.dic.LocalInstrument2Choice;
import com.prowidesoftware.swift.model.mx.dic.MandateRelatedInformation14;
import com.prowidesoftware.swift.model.mx.dic.Party38Choice;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction29;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod2Code;
import com.prowidesoftware.swift.model.mx.dic.PaymentTypeInformation29;
import com.prowidesoftware.swift.model.mx.dic.PersonIdentification13;
import com.prowidesoftware.swift.model.mx.dic.PersonIdentificationSchemeName1Choice;
import com.prowidesoftware.swift.model.mx.dic.SequenceType3Code;
import com.prowidesoftware.swift.model.mx.dic.ServiceLevel8Choice;
import jakarta.xml.bind.JAXBContext;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import keiyaku.shared.Money;

/**
 * What a bank outside Japan is asked to debit on a day: pain.008.001.08
 * (CustomerDirectDebitInitiation). First and later debits of a mandate stand in blocks of their
 * own, as the rulebook of SEPA wants it.
 *
 * @param id of the message, at most 35 characters; the bank takes it once
 */
public record CollectionRequest(
        String id, Instant at, LocalDate on, Collector collector, List<Debit> debits) {

    private static final int LONGEST_ID = 35;
    private static final int LONGEST_NAME = 140;
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    public CollectionRequest {
        debits = List.copyOf(debits);
        if (id.isBlank() || id.length() > LONGEST_ID || debits.isEmpty()) {
            throw new IllegalArgumentException("a request needs an id and debits");
        }
    }

    /**
     * Somebody with an account.
     *
     * @param bank its BIC, which may be empty, or its code in the clearing system
     * @param account an IBAN, or a number in the bank's own scheme
     */
    public record Party(String name, String bank, String account) {

        boolean hasIban() {
            return Iban.isRight(account);
        }
    }

    /**
     * Who debits.
     *
     * @param creditor the identifier under which banks know it
     * @param instrument the scheme of SEPA, CORE or B2B; of no meaning elsewhere
     */
    public record Collector(Party party, String creditor, String instrument) {}

    /** Whether a mandate is used for the first time. */
    public enum Sequence {
        FIRST(SequenceType3Code.FRST),
        RECURRING(SequenceType3Code.RCUR);

        private final SequenceType3Code code;

        Sequence(SequenceType3Code code) {
            this.code = code;
        }
    }

    /**
     * One debit.
     *
     * @param id comes back with its result
     * @param mandate the permission's name at the bank
     */
    public record Debit(
            String id,
            Money amount,
            String mandate,
            LocalDate signedOn,
            Sequence sequence,
            Party debtor) {}

    /** What binds the message's classes; made when a first file is, for it takes a second. */
    private static final class Context {
        private static final JAXBContext OF = Binding.of(MxPain00800108._classes);
    }

    public byte[] written() {
        var document =
                new CustomerDirectDebitInitiationV08()
                        .setGrpHdr(
                                new GroupHeader83()
                                        .setMsgId(id)
                                        .setCreDtTm(
                                                at.truncatedTo(ChronoUnit.SECONDS)
                                                        .atOffset(ZoneOffset.UTC))
                                        .setNbOfTxs(Integer.toString(debits.size()))
                                        .setCtrlSum(sum(debits))
                                        .setInitgPty(party(collector.party())));
        Arrays.stream(Sequence.values())
                .forEach(
                        sequence -> {
                            var some =
                                    debits.stream().filter(d -> d.sequence() == sequence).toList();
                            if (!some.isEmpty()) {
                                document.addPmtInf(block(sequence, some));
                            }
                        });
        var message = new MxPain00800108();
        message.setCstmrDrctDbtInitn(document);
        var how = new MxWriteConfiguration(Context.OF);
        how.includeXMLDeclaration = true;
        how.documentPrefix = null;
        return message.message(how).getBytes(StandardCharsets.UTF_8);
    }

    private PaymentInstruction29 block(Sequence sequence, List<Debit> some) {
        var block =
                new PaymentInstruction29()
                        .setPmtInfId(id + "-" + sequence.code.value())
                        .setPmtMtd(PaymentMethod2Code.DD)
                        .setNbOfTxs(Integer.toString(some.size()))
                        .setCtrlSum(sum(some))
                        .setPmtTpInf(type(sequence))
                        .setReqdColltnDt(on)
                        .setCdtr(party(collector.party()))
                        .setCdtrAcct(account(collector.party()))
                        .setCdtrAgt(agent(collector.party()))
                        .setChrgBr(ChargeBearerType1Code.SLEV)
                        .setCdtrSchmeId(creditor());
        some.forEach(debit -> block.addDrctDbtTxInf(transaction(debit)));
        return block;
    }

    private PaymentTypeInformation29 type(Sequence sequence) {
        var type = new PaymentTypeInformation29().setSeqTp(sequence.code);
        return collector.party().hasIban()
                ? type.addSvcLvl(new ServiceLevel8Choice().setCd("SEPA"))
                        .setLclInstrm(new LocalInstrument2Choice().setCd(collector.instrument()))
                : type;
    }

    private PartyIdentification135 creditor() {
        var scheme = new PersonIdentificationSchemeName1Choice().setPrtry("SEPA");
        var id = new GenericPersonIdentification1().setId(collector.creditor());
        if (collector.party().hasIban()) {
            id.setSchmeNm(scheme);
        }
        return new PartyIdentification135()
                .setId(new Party38Choice().setPrvtId(new PersonIdentification13().addOthr(id)));
    }

    private static DirectDebitTransactionInformation23 transaction(Debit debit) {
        return new DirectDebitTransactionInformation23()
                .setPmtId(new PaymentIdentification6().setEndToEndId(debit.id()))
                .setInstdAmt(
                        new ActiveOrHistoricCurrencyAndAmount()
                                .setCcy(debit.amount().currency().getCurrencyCode())
                                .setValue(decimal(debit.amount())))
                .setDrctDbtTx(
                        new DirectDebitTransaction10()
                                .setMndtRltdInf(
                                        new MandateRelatedInformation14()
                                                .setMndtId(debit.mandate())
                                                .setDtOfSgntr(debit.signedOn())))
                .setDbtrAgt(agent(debit.debtor()))
                .setDbtr(party(debit.debtor()))
                .setDbtrAcct(account(debit.debtor()));
    }

    private static PartyIdentification135 party(Party party) {
        var name = party.name();
        return new PartyIdentification135()
                .setNm(name.substring(0, Math.min(LONGEST_NAME, name.length())));
    }

    private static CashAccount38 account(Party party) {
        var id = new AccountIdentification4Choice();
        return new CashAccount38()
                .setId(
                        party.hasIban()
                                ? id.setIBAN(party.account())
                                : id.setOthr(
                                        new GenericAccountIdentification1()
                                                .setId(party.account())));
    }

    /** A BIC beside an IBAN, which needs none; else the code in the clearing system. */
    private static BranchAndFinancialInstitutionIdentification6 agent(Party party) {
        var bank = new FinancialInstitutionIdentification18();
        if (!party.hasIban()) {
            bank.setClrSysMmbId(new ClearingSystemMemberIdentification2().setMmbId(party.bank()));
        } else if (party.bank().isEmpty()) {
            bank.setOthr(new GenericFinancialIdentification1().setId(NOT_PROVIDED));
        } else {
            bank.setBICFI(party.bank());
        }
        return new BranchAndFinancialInstitutionIdentification6().setFinInstnId(bank);
    }

    private static BigDecimal sum(List<Debit> debits) {
        return debits.stream()
                .map(debit -> decimal(debit.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal decimal(Money amount) {
        return BigDecimal.valueOf(amount.minor(), amount.currency().getDefaultFractionDigits());
    }
}
