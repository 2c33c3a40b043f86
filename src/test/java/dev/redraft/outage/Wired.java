package dev.redraft.outage;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/// The application reaches its database over a wire that the test can break.
///
/// There is one wire in the whole virtual machine. Quarkus loads this class a second time for the tests, which
/// reach it by what all loaders share: the server of managed beans.
public final class Wired implements QuarkusTestProfile {
    private static final String WIRE = "dev.redraft:type=Wire";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.jdbc.url", order("url"));
    }

    static void nextCommit(Wire.Fate fate) {
        order(fate.name());
    }

    /// Whether a COMMIT met the fate that was asked for.
    static boolean isMet() {
        return order("tell").equals(Wire.Fate.ARRIVES.name());
    }

    /// Every connection ends, and none can be made.
    static void breakDown() {
        order("break");
    }

    /// Nothing gets through any more, and nobody hangs up.
    static void hang() {
        order("hang");
    }

    /// How many connections were ever begun.
    static int welcomed() {
        return Integer.parseInt(order("welcomed"));
    }

    static void mend() {
        order("mend");
    }

    private static synchronized String order(String word) {
        try {
            var beans = ManagementFactory.getPlatformMBeanServer();
            var name = new ObjectName(WIRE);
            if (!beans.isRegistered(name)) {
                beans.registerMBean(new StandardMBean(Wire.laid(), UnaryOperator.class, false), name);
            }
            var told = beans.invoke(name, "apply", new Object[] {word}, new String[] {Object.class.getName()});
            return String.valueOf(told);
        } catch (JMException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
