package keiyaku.payment.gateway;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds how acquirers are reached. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AcquirerSettings.class)
class GatewayConfiguration {}
