package org.escapement.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The walls between the rooms of the program, one sentence each. */
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.escapement");

    private static final String[] CORE = {
        "org.escapement.algebra..",
        "org.escapement.expression..",
        "org.escapement.yaml..",
        "org.escapement.model..",
        "org.escapement.numerics..",
        "org.escapement.dynamics..",
        "org.escapement.observables.."
    };
    private static final String DATA = "org.escapement.data..";
    private static final String STUDY = "org.escapement.study..";
    private static final String PLOT = "org.escapement.plot..";
    private static final String PAPERS = "org.escapement.papers..";
    private static final String APP = "org.escapement.app..";

    @Test
    void everyRoomOfTheProgramIsSeenByTheseRules() {
        Map<String, Integer> seen = new TreeMap<>();
        PROGRAM.forEach(c -> seen.merge(c.getPackageName().split("\\.")[2], 1, Integer::sum));
        for (String room :
                "algebra expression yaml model numerics dynamics observables data study plot papers app".split(" ")) {
            assertTrue(seen.containsKey(room), "no class of org.escapement." + room + " was found: " + seen);
        }
    }

    @Test
    void coreImportsNoOtherModule() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DATA, STUDY, PLOT, PAPERS, APP)
                .check(PROGRAM);
    }

    @Test
    void dataKnowsNothingButItself() {
        noClasses()
                .that()
                .resideInAPackage(DATA)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.escapement.algebra..",
                        "org.escapement.expression..",
                        "org.escapement.yaml..",
                        "org.escapement.model..",
                        "org.escapement.numerics..",
                        "org.escapement.dynamics..",
                        "org.escapement.observables..",
                        STUDY,
                        PLOT,
                        PAPERS,
                        APP)
                .check(PROGRAM);
    }

    @Test
    void studyImportsCoreAndDataOnly() {
        noClasses()
                .that()
                .resideInAPackage(STUDY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PLOT, PAPERS, APP)
                .check(PROGRAM);
    }

    @Test
    void plotSeesDatasetsAndNeverPhysics() {
        noClasses()
                .that()
                .resideInAPackage(PLOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(STUDY, PAPERS, APP)
                .check(PROGRAM);
    }

    @Test
    void papersNeitherDrawNorTalkToTheUser() {
        noClasses()
                .that()
                .resideInAPackage(PAPERS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PLOT, APP)
                .check(PROGRAM);
    }

    @Test
    void nothingButAppImportsPapers() {
        noClasses()
                .that()
                .resideOutsideOfPackages(PAPERS, APP)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(PAPERS)
                .check(PROGRAM);
    }

    @Test
    void algebraKnowsTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("org.escapement.algebra..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.escapement.algebra..", "java..")
                .check(PROGRAM);
    }

    @Test
    void numericsKnowsNoPhysics() {
        noClasses()
                .that()
                .resideInAPackage("org.escapement.numerics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.escapement.algebra..",
                        "org.escapement.expression..",
                        "org.escapement.model..",
                        "org.escapement.dynamics..",
                        "org.escapement.observables..",
                        "org.escapement.yaml..")
                .check(PROGRAM);
    }

    @Test
    void aModelDoesNotKnowItsLevelsOfDescription() {
        noClasses()
                .that()
                .resideInAPackage("org.escapement.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.escapement.dynamics..", "org.escapement.observables..", "org.escapement.numerics..")
                .check(PROGRAM);
    }

    @Test
    void dynamicsDoesNotKnowWhatIsMeasured() {
        noClasses()
                .that()
                .resideInAPackage("org.escapement.dynamics..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.escapement.observables..")
                .check(PROGRAM);
    }

    /** The equations are shared; fluctuations are taken around a mean field, collisions and jumps act on the exact matrices. */
    @Test
    void levelsDoNotImportOneAnother() {
        DescribedPredicate<JavaClass> equations = resideInAPackage("org.escapement.dynamics.equations..");
        DescribedPredicate<JavaClass> levels = resideInAPackage("org.escapement.dynamics.*..");
        slices().matching("org.escapement.dynamics.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(levels.and(not(equations)), equations)
                .ignoreDependency(
                        resideInAPackage("org.escapement.dynamics.fluctuation.."),
                        resideInAPackage("org.escapement.dynamics.meanfield.."))
                .ignoreDependency(
                        resideInAnyPackage(
                                "org.escapement.dynamics.collision..", "org.escapement.dynamics.trajectory.."),
                        resideInAPackage("org.escapement.dynamics.exact.."))
                .check(PROGRAM);
    }

    @Test
    void onlyTheYamlRoomKnowsItsLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.escapement.yaml..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .check(PROGRAM);
    }

    @Test
    void onlyTheCommandLineKnowsItsParser() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.escapement.app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "me.tongfei..")
                .check(PROGRAM);
    }

    @Test
    void onlyKernelsKnowTheVectorInterface() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.escapement.numerics.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator..")
                .check(PROGRAM);
    }

    @Test
    void publicSignaturesSpeakOfNoForeignLibrary() {
        classes().should(new SpeakNoForeignTypes()).check(PROGRAM);
    }

    @Test
    void nobodyPrintsButTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(APP)
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(PROGRAM);
    }

    @Test
    void nobodyPrintsStackTracesButTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(APP)
                .should()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace", java.io.PrintStream.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace", java.io.PrintWriter.class)
                .check(PROGRAM);
    }

    @Test
    void randomNumbersComeFromSeedsAndIndicesOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.util.random.RandomGenerator.class)
                .orShould()
                .callMethod(Math.class, "random")
                .check(PROGRAM);
    }

    /** What one process has locked is a fact about the process; see the comment there. */
    @Test
    void nothingStaticCanChange() {
        classes()
                .that()
                .doNotHaveFullyQualifiedName("org.escapement.data.format.zarr.StoreLock")
                .should(new HoldNoStaticState())
                .check(PROGRAM);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.escapement.(**)").should().beFreeOfCycles().check(PROGRAM);
    }
}
