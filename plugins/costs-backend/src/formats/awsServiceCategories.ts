/**
 * Product codes of AWS and the FOCUS service category of each, by the groups of
 * https://aws.amazon.com/products/. A code that is not here has no category
 * rather than a guessed one.
 */
const CODES_BY_CATEGORY: Record<string, string> = {
  'AI and Machine Learning':
    'AmazonBedrock AmazonSageMaker AmazonRekognition AmazonTextract AmazonPolly AmazonLex comprehend transcribe translate AmazonKendra AmazonPersonalize',
  Analytics:
    'AmazonAthena AWSGlue AmazonKinesis AmazonKinesisFirehose AmazonKinesisAnalytics AmazonES AmazonRedshift ElasticMapReduce AmazonQuickSight AWSLakeFormation AmazonMSK datapipeline',
  'Business Applications':
    'AmazonConnect AmazonWorkMail AmazonSES AmazonPinpoint AmazonChime',
  Compute:
    'AmazonEC2 AWSLambda AmazonECS AmazonEKS AmazonECR AmazonLightsail AWSElasticBeanstalk AWSBatch AWSAppRunner AWSOutposts AmazonWorkSpaces AmazonAppStream ComputeSavingsPlans',
  Databases:
    'AmazonRDS AmazonDynamoDB AmazonElastiCache AmazonDocDB AmazonNeptune AmazonTimestream AmazonMemoryDB AmazonMCS AmazonQLDB AWSDatabaseMigrationSvc',
  'Developer Tools':
    'CodeBuild AWSCodePipeline AWSCodeCommit AWSCodeArtifact AWSCodeDeploy AWSXRay AWSDeviceFarm AWSCloud9',
  Identity: 'AmazonCognito AWSIAM AWSDirectoryService AWSIdentityStore',
  Integration:
    'AWSQueueService AmazonSNS AWSEvents AmazonStates AmazonMQ AmazonSWF AWSAppSync AmazonAppFlow',
  'Internet of Things':
    'AWSIoT AWSGreengrass IoTDeviceManagement IoTDeviceDefender',
  'Management and Governance':
    'AmazonCloudWatch AWSCloudTrail AWSConfig AWSSystemsManager AWSCloudFormation AWSServiceCatalog AWSCostExplorer AWSBudgets AWSSupportBusiness AWSSupportEnterprise AWSDeveloperSupport',
  Media: 'AWSElementalMediaConvert AWSElementalMediaLive AmazonIVS AmazonETS',
  Migration: 'AWSDataSync AWSTransfer AWSMigrationHub',
  Networking:
    'AmazonVPC AWSDataTransfer AmazonRoute53 AmazonCloudFront AWSELB AWSDirectConnect AmazonApiGateway AWSGlobalAccelerator AWSNetworkFirewall AWSCloudMap',
  Security:
    'awskms AWSSecretsManager awswaf AWSShield AmazonGuardDuty AmazonInspector AmazonInspectorV2 AmazonMacie AWSSecurityHub AWSCertificateManager AmazonDetective CloudHSM',
  Storage:
    'AmazonS3 AmazonEFS AmazonFSx AmazonGlacier AmazonS3GlacierDeepArchive AWSStorageGateway AWSBackup',
  Web: 'AWSAmplify',
};

/** Product code → FOCUS service category. */
export const AWS_SERVICE_CATEGORIES: Record<string, string> =
  Object.fromEntries(
    Object.entries(CODES_BY_CATEGORY).flatMap(([category, codes]) =>
      codes.split(' ').map(code => [code, category]),
    ),
  );
