import type * as domain from '../../domain/learner.js';
import type * as place from '../../domain/place.js';
import { Field, Float, ID, InputType, Int } from '../decorators.js';
import { RegistrationStatusEnum } from './enums.js';
import { MonthScalar } from './scalars.js';

@InputType({ description: 'An award a learner holds.' })
export class HeldAwardInput implements domain.HeldAward {
  @Field(() => ID, { description: 'Id of a qualification, or of the programme whose award it is.' })
  award!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the programme it was gained on, where `award` is a qualification: its modules are then known.',
  })
  programme?: string;
  @Field(() => Int, {
    nullable: true,
    description: 'The last stage done, from 1, for an exit award of that programme.',
  })
  stage?: number;
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'The month in which it was gained; needed where it carries credit.',
  })
  on?: string;
  @Field(() => Float, { nullable: true, description: 'Its mark in percent.' })
  mark?: number;
  @Field(() => String, { nullable: true, description: "Its grade, on the qualification's own scale." })
  grade?: string;
  @Field(() => [ID], { nullable: true, description: 'Ids of the option modules taken on it.' })
  options?: string[];
}

@InputType({ description: 'A module a learner holds.' })
export class HeldModuleInput implements domain.HeldModule {
  @Field(() => ID, { description: 'Id of the module.' })
  module!: string;
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'The month in which it was passed; needed where no award gives one.',
  })
  on?: string;
  @Field(() => Float, { nullable: true, description: 'Its mark in percent.' })
  mark?: number;
  @Field(() => Boolean, { nullable: true, description: 'Whether it was passed by compensation.' })
  compensated?: boolean;
  @Field(() => ID, { nullable: true, description: 'Id of the programme on which it was studied.' })
  programme?: string;
}

@InputType({ description: 'A spell of experience.' })
export class ExperienceInput implements domain.Experience {
  @Field(() => String, { description: 'The setting, in the words of the catalogue: `care`, `radiography` ...' })
  setting!: string;
  @Field(() => Float, { description: 'Months so far.' })
  months!: number;
  @Field(() => Float, { nullable: true, description: 'Hours per week.' })
  hoursPerWeek?: number;
  @Field(() => Boolean, { nullable: true, description: 'Whether it goes on, and grows month by month.' })
  ongoing?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Whether an employer or registrant has put it in writing.' })
  evidenced?: boolean;
}

@InputType({ description: 'A present job.' })
export class EmploymentInput implements domain.Employment {
  @Field(() => String, { nullable: true, description: 'Name of the employer, where agreements are for its staff.' })
  employer?: string;
  @Field(() => String, {
    nullable: true,
    description: 'The sector, in the words of the catalogue: `nhs`, `social-care` ...',
  })
  sector?: string;
  @Field(() => Float, { nullable: true, description: 'Hours per week.' })
  hoursPerWeek?: number;
  @Field(() => Boolean, { nullable: true, description: 'Whether the employer will nominate.' })
  nominated?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Whether the job is expected to go on.' })
  ongoing?: boolean;
}

@InputType({ description: 'A registration a learner holds or held.' })
export class RegistrationInput implements domain.Registration {
  @Field(() => ID, { description: 'Id of the register part.' })
  part!: string;
  @Field(() => RegistrationStatusEnum, { description: 'Whether it is held now.' })
  status!: domain.Registration['status'];
  @Field(() => MonthScalar, { nullable: true, description: 'The month since which it is held, or lapsed.' })
  since?: string;
}

@InputType({ description: 'Something declared.' })
export class DeclarationInput {
  @Field(() => String, { description: 'What is declared: `dbs`, `occupational-health`, `good-character` ...' })
  declaration!: string;
  @Field(() => Boolean, { description: 'Whether it holds.' })
  holds!: boolean;
}

@InputType({ description: 'A first enrolment on a programme that is not finished.' })
export class EnrolmentInput {
  @Field(() => ID, { description: 'Id of the programme.' })
  programme!: string;
  @Field(() => MonthScalar, { description: 'The month of first enrolment.' })
  on!: string;
}

@InputType({ description: 'A point on the ground.' })
export class PlaceInput implements place.Place {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string;
  @Field(() => Float, { nullable: true, description: 'Degrees north (WGS 84).' })
  latitude?: number;
  @Field(() => Float, { nullable: true, description: 'Degrees east (WGS 84).' })
  longitude?: number;
  @Field(() => ID, { nullable: true, description: 'Id of the region it lies in.' })
  region?: string;
  @Field(() => String, { nullable: true, description: 'Postcode district, such as `NE29`.' })
  district?: string;
}

@InputType({
  description:
    'What a person holds and can manage. Given with the question, never stored. What is not given is not held.',
})
export class LearnerInput implements Omit<domain.Learner, 'declarations'> {
  @Field(() => [HeldAwardInput], { nullable: true, description: 'Awards held.' })
  awards?: HeldAwardInput[];
  @Field(() => [HeldModuleInput], {
    nullable: true,
    description: 'Modules held besides those of the awards, or with a date or mark of their own.',
  })
  modules?: HeldModuleInput[];
  @Field(() => [ExperienceInput], { nullable: true, description: 'Spells of experience.' })
  experience?: ExperienceInput[];
  @Field(() => EmploymentInput, { nullable: true, description: 'The present job.' })
  employment?: EmploymentInput;
  @Field(() => [RegistrationInput], { nullable: true, description: 'Registrations held now or once.' })
  registrations?: RegistrationInput[];
  @Field(() => [DeclarationInput], { nullable: true, description: 'What is declared; what is not given is undecided.' })
  declarations?: DeclarationInput[];
  @Field(() => [EnrolmentInput], {
    nullable: true,
    description: 'First enrolments on programmes that are not finished.',
  })
  enrolments?: EnrolmentInput[];
  @Field(() => MonthScalar, { nullable: true, description: 'The month of birth, for rules that ask an age.' })
  born?: string;
  @Field(() => PlaceInput, { nullable: true, description: 'Where the learner lives.' })
  home?: PlaceInput;
  @Field(() => Int, { nullable: true, description: 'Agenda for Change pay band of the post, 1 to 9.' })
  band?: number;
  @Field(() => Int, { nullable: true, description: 'Career-framework level of the post, 1 to 9.' })
  careerFrameworkLevel?: number;
  @Field(() => Float, { nullable: true, description: 'Pounds of loan entitlement left.' })
  loanEntitlement?: number;
}
