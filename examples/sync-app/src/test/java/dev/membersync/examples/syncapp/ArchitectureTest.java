package dev.membersync.examples.syncapp;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.membersync.client.time.Time;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;

/** The boundaries of the modules and packages. */
@AnalyzeClasses(packages = "dev.membersync", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CLIENT = "dev.membersync.client..";
    private static final String MEMBERSHIPS = "dev.membersync.memberships..";
    private static final String ACCELEVENTS = "dev.membersync.accelevents..";
    private static final String SYNC = "dev.membersync.sync..";
    private static final String EVENT_OPS = "dev.membersync.eventops..";
    private static final String TESTKIT = "dev.membersync.testkit..";
    private static final String APP = "dev.membersync.examples..";

    @ArchTest
    static final ArchRule jacksonIsUsedInInternalPackagesOnly = noClasses()
            .that()
            .resideOutsideOfPackages("..internal..", "dev.membersync.browser") // which tests alone use
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..", "org.yaml..");

    @ArchTest
    static final ArchRule resilienceIsUsedInThePolicyPackageOnly = noClasses()
            .that()
            .resideOutsideOfPackage("dev.membersync.client.policy")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.resilience4j..");

    @ArchTest
    static final ArchRule whoUsesResilienceIsPackagePrivate = classes()
            .that()
            .resideInAPackage("dev.membersync.client.policy")
            .and(dependOn("io.github.resilience4j"))
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule databasesAreUsedInTheStoreOnly = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.membersync.sync.store",
                    "dev.membersync.eventops.store",
                    "dev.membersync.database") // of test-support
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule theSchedulerIsUsedInTheClusterOnly = noClasses()
            .that()
            .resideOutsideOfPackage("dev.membersync.sync.cluster")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.kagkarlsson..");

    @ArchTest
    static final ArchRule theWireClientsAreUsedByTheAdaptersAndBuiltByTheConfiguration = noClasses()
            .that()
            .resideInAPackage(SYNC)
            .and()
            .resideOutsideOfPackages("dev.membersync.sync.adapter", "dev.membersync.sync.config")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(MEMBERSHIPS, ACCELEVENTS);

    @ArchTest
    static final ArchRule eventOperationsMeetTheWireInTheirAdaptersOnly = noClasses()
            .that()
            .resideInAPackage(EVENT_OPS)
            .and()
            .resideOutsideOfPackages("dev.membersync.eventops.adapter", "dev.membersync.eventops.config")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(MEMBERSHIPS, ACCELEVENTS);

    @ArchTest
    static final ArchRule ticketsKnowNobody = noClasses()
            .that()
            .resideInAnyPackage("dev.membersync.eventops.ticket")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.membersync..")
                    .and(DescribedPredicate.not(resideInAnyPackage("dev.membersync.eventops.ticket"))));

    @ArchTest
    static final ArchRule mappingsNeverSeeTheWire = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.membersync.sync.mapping", "dev.membersync.sync.record", "dev.membersync.sync.policy")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CLIENT, MEMBERSHIPS, ACCELEVENTS);

    @ArchTest
    static final ArchRule clientCoreKnowsNobody = noClasses()
            .that()
            .resideInAPackage(CLIENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(MEMBERSHIPS, ACCELEVENTS, SYNC, EVENT_OPS, TESTKIT, APP);

    @ArchTest
    static final ArchRule membershipsKnowsClientCoreOnly = noClasses()
            .that()
            .resideInAPackage(MEMBERSHIPS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ACCELEVENTS, SYNC, TESTKIT, APP);

    @ArchTest
    static final ArchRule acceleventsKnowsClientCoreOnly = noClasses()
            .that()
            .resideInAPackage(ACCELEVENTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(MEMBERSHIPS, SYNC, TESTKIT, APP);

    @ArchTest
    static final ArchRule syncKnowsNoTestsAndNoApplication = noClasses()
            .that()
            .resideInAPackage(SYNC)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EVENT_OPS, TESTKIT, APP);

    @ArchTest
    static final ArchRule eventOperationsKnowNoTestsAndNoApplication = noClasses()
            .that()
            .resideInAPackage(EVENT_OPS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TESTKIT, APP);

    @ArchTest
    static final ArchRule testkitKnowsNobody = noClasses()
            .that()
            .resideInAPackage(TESTKIT)
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.membersync..").and(DescribedPredicate.not(resideInAnyPackage(TESTKIT))));

    @ArchTest
    static final ArchRule applicationsUseExportedPackagesOnly = noClasses()
            .that()
            .resideInAPackage(APP)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "dev.membersync.sync.engine..",
                            "dev.membersync.client.internal..",
                            "dev.membersync.sync.config.internal..",
                            "dev.membersync.testkit.internal..")
                    .as("packages that are not exported"));

    @ArchTest
    static final ArchRule noWallClockAndNoChance = noClasses()
            .that()
            .resideInAnyPackage(CLIENT, MEMBERSHIPS, ACCELEVENTS, SYNC, EVENT_OPS)
            .and()
            .doNotHaveFullyQualifiedName("dev.membersync.client.time.SystemTime")
            .should()
            .accessTargetWhere(calls(Instant.class, "now")
                    .or(calls(LocalDate.class, "now"))
                    .or(calls(LocalDateTime.class, "now"))
                    .or(calls(OffsetDateTime.class, "now"))
                    .or(calls(ZonedDateTime.class, "now"))
                    .or(calls(InstantSource.class, "system"))
                    .or(calls(Clock.class, "systemUTC", "systemDefaultZone", "system"))
                    .or(calls(System.class, "currentTimeMillis", "nanoTime"))
                    .or(calls(Thread.class, "sleep"))
                    .or(calls(Math.class, "random"))
                    .or(calls(ThreadLocalRandom.class, "current")))
            .orShould()
            .callConstructor(Random.class);

    @ArchTest
    static final ArchRule theTestkitTakesItsTimeFromOutside = noClasses()
            .that()
            .resideInAPackage(TESTKIT)
            .should()
            .accessTargetWhere(calls(Instant.class, "now")
                    .or(calls(System.class, "currentTimeMillis", "nanoTime"))
                    .or(calls(Thread.class, "sleep"))
                    .or(calls(Math.class, "random")))
            .orShould()
            .callConstructor(Random.class);

    @ArchTest
    static final ArchRule onlyBuildersTakeTheTimeOfTheMachine = noClasses()
            .that()
            .resideInAnyPackage(CLIENT, MEMBERSHIPS, ACCELEVENTS, SYNC, EVENT_OPS)
            .and()
            .haveSimpleNameNotContaining("Builder")
            .and()
            .doNotHaveSimpleName("Tenant")
            .should()
            .accessTargetWhere(calls(Time.class, "system"));

    @ArchTest
    static final ArchRule nothingIsPrinted = noClasses()
            .that()
            .resideInAnyPackage(CLIENT, MEMBERSHIPS, ACCELEVENTS, SYNC, EVENT_OPS, TESTKIT)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule syncPackagesHaveNoCycle = packagesBelow("dev.membersync.sync");

    @ArchTest
    static final ArchRule eventOpsPackagesHaveNoCycle = packagesBelow("dev.membersync.eventops");

    @ArchTest
    static final ArchRule clientPackagesHaveNoCycle = packagesBelow("dev.membersync.client");

    @ArchTest
    static final ArchRule membershipsPackagesHaveNoCycle = packagesBelow("dev.membersync.memberships");

    @ArchTest
    static final ArchRule acceleventsPackagesHaveNoCycle = packagesBelow("dev.membersync.accelevents");

    @ArchTest
    static final ArchRule testkitPackagesHaveNoCycle = packagesBelow("dev.membersync.testkit");

    @ArchTest
    static final ArchRule applicationPackagesHaveNoCycle = packagesBelow("dev.membersync.examples");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes().that().resideInAPackage("dev.membersync..").should(resideInANullMarkedPackage());

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)");

    /** Every package is a slice of its own. */
    private static ArchRule packagesBelow(String root) {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        String home = type.getPackageName();
                        return home.equals(root) || home.startsWith(root + ".")
                                ? SliceIdentifier.of(home)
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "packages of " + root;
                    }
                })
                .should()
                .beFreeOfCycles();
    }

    private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String... methods) {
        Set<String> names = Set.of(methods);
        return DescribedPredicate.describe(
                "call " + owner.getSimpleName() + "." + names,
                call -> call.getTargetOwner().isEquivalentTo(owner) && names.contains(call.getName()));
    }

    private static DescribedPredicate<JavaClass> dependOn(String prefix) {
        return DescribedPredicate.describe(
                "depend on " + prefix,
                type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith(prefix)));
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                JavaPackage home = type.getPackage();
                boolean marked = home.tryGetAnnotationOfType(NullMarked.class).isPresent();
                events.add(new SimpleConditionEvent(type, marked, home.getName() + " of " + type.getName()));
            }
        };
    }
}
