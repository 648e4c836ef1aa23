// Batch mode ignores the validation of archetype-metadata.xml, so it is done here, by throwing. Nothing is ever deleted:
// the folder may hold somebody's work.
import javax.lang.model.SourceVersion

def folder = new File(request.outputDirectory, request.artifactId)
def refused = []
def check = { String property, String value, boolean good, String rule ->
    if (!good) {
        refused << "${property} '${value}' must be ${rule}".toString()
    }
}
def artifactId = request.artifactId
def name = request.properties['name']
def region = request.properties['region']
def profile = request.properties['profile']

check('groupId', request.groupId, request.groupId ==~ /[A-Za-z0-9_.-]+/, 'letters, digits, dots and dashes')
check('artifactId', artifactId,
        artifactId ==~ /[a-z][a-z0-9-]{1,20}[a-z0-9]/
                && !artifactId.contains('--') && !(artifactId =~ /aws|amazon|cognito|^sthree-|^amzn-/),
        'of 3 to 22 lower case letters, digits and single dashes, starting with a letter (but not with sthree- or amzn-), '
                + 'without aws, amazon or cognito')
check('package', request.package, SourceVersion.isName(request.package), 'a Java package')
check('name', name, name ==~ /\p{L}[\p{L}\p{N} .,'()_-]{0,59}/, 'a title of up to 60 letters, digits and spaces')
check('region', region, region ==~ /[a-z]{2}(-[a-z]+)+-[0-9]/, 'an AWS region, such as eu-west-1')
check('profile', profile, profile ==~ /[A-Za-z0-9_.@-]{1,64}/, 'the name of an AWS profile')

if (refused) {
    throw new IllegalArgumentException(
            refused.join('; ') + ". Remove the folder ${folder} and try again with other values.")
}
new File(folder, 'mvnw').setExecutable(true, false)
println """
Created ${folder}

  cd ${request.artifactId}
  mvn package                                                 # generates, compiles, tests, builds one jar
  java -jar target/${request.artifactId}-${request.version}.jar --sample sample   # http://localhost:8080

The model is data_model.yml. README.md says what comes next.
"""
