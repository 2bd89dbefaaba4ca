package keiyaku.payment.gateway;

import keiyaku.payment.gateway.Connection.Partner;
import keiyaku.shared.MovableClock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Acquirer, bank and wallet as the settings name them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutsideSettings.class)
class GatewayConfiguration {

    /** A bank and a wallet are asked seldom. */
    private static final int FEW = 8;

    @Bean
    Connection acquirerConnection(OutsideSettings settings, MovableClock clock) {
        return new Connection(
                new Partner(
                        "acquirer",
                        settings.acquirerUrl(),
                        settings.acquirerKey(),
                        settings.merchant(),
                        settings.acquirerTimeout(),
                        settings.acquirerConnections()),
                clock);
    }

    @Bean
    Connection bankConnection(OutsideSettings settings, MovableClock clock) {
        return new Connection(
                new Partner(
                        "bank",
                        settings.bankUrl(),
                        settings.bankKey(),
                        settings.merchant(),
                        settings.acquirerTimeout(),
                        FEW),
                clock);
    }

    @Bean
    Connection walletConnection(OutsideSettings settings, MovableClock clock) {
        return new Connection(
                new Partner(
                        "wallet",
                        settings.walletUrl(),
                        settings.walletKey(),
                        settings.merchant(),
                        settings.acquirerTimeout(),
                        settings.acquirerConnections()),
                clock);
    }

    @Bean
    CardGateway acquirer(Connection acquirerConnection) {
        return new AcquirerGateway(acquirerConnection);
    }

    @Bean
    Bank bank(Connection bankConnection) {
        return new Bank(bankConnection);
    }

    @Bean
    WalletGateway wallet(Connection walletConnection, OutsideSettings settings) {
        return new WalletGateway(walletConnection, settings.walletUrl());
    }
}
